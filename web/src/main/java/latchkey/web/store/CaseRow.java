package latchkey.web.store;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * A case as the list shows it.
 *
 * @param verdict null until an analysis is done
 * @param failure why the analysis failed, for people; null when it did not
 * @param tries how often an analysis was begun
 * @param owner id of a person
 * @param keepDays how long it is kept after its analysis; 0 for ever, null as the server says
 */
public record CaseRow(
        String id,
        String name,
        CaseState state,
        CaseStatus status,
        Instant created,
        @Nullable Instant finished,
        @Nullable Verdict verdict,
        @Nullable String failure,
        boolean keepsOriginals,
        int tries,
        long bytes,
        List<String> tags,
        String owner,
        @Nullable Integer keepDays) {
    public CaseRow {
        tags = List.copyOf(tags);
    }

    /** The answer in four words. */
    public record Verdict(
            String outcome, @Nullable String cause, String headline, @Nullable String machine) {}
}
