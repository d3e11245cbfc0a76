package latchkey.web.page;

import latchkey.web.store.CaseRow;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Cases as the list shows them, and how many there are of each kind.
 *
 * @param matched where a search found a case, by its id
 * @param hint what was not understood
 */
public record CaseList(
        List<CaseRow> rows,
        Map<String, String> matched,
        @Nullable String hint,
        Map<String, Integer> facets) {
    public CaseList {
        rows = List.copyOf(rows);
    }

    static CaseList of(List<CaseRow> rows) {
        Map<String, Integer> facets = new TreeMap<>();
        rows.forEach(row -> facets.merge(kind(row), 1, Integer::sum));
        return new CaseList(rows, Map.of(), null, facets);
    }

    /** The outcome, or where the analysis stands while there is none. */
    private static String kind(CaseRow row) {
        CaseRow.Verdict verdict = row.verdict();
        return verdict == null ? row.state().word() : verdict.outcome();
    }

    CaseList only(@Nullable String kind, @Nullable String status) {
        return new CaseList(
                rows.stream()
                        .filter(row -> kind == null || kind.isEmpty() || kind(row).equals(kind))
                        .filter(
                                row ->
                                        status == null
                                                || status.isEmpty()
                                                || row.status().word().equals(status))
                        .toList(),
                matched,
                hint,
                facets);
    }
}
