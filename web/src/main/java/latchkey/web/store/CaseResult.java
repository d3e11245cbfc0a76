package latchkey.web.store;

import java.util.List;

/**
 * What an analysis left behind.
 *
 * @param report JSON of the report, secrets masked
 * @param masked JSON of the report, names and addresses masked too
 * @param extras JSON of what the pages show beside the report: timeline, why each rule stayed quiet
 */
public record CaseResult(
        CaseRow.Verdict verdict,
        String report,
        String masked,
        String extras,
        List<CaseFile> files) {
    public CaseResult {
        files = List.copyOf(files);
    }
}
