package latchkey.web.store;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Rows of cases with their tags. */
final class Cases {
    private Cases() {}

    /** Newest first. */
    static List<CaseRow> where(Jdbi jdbi, String condition, int limit, Object... values) {
        String chosen =
                " FROM cases WHERE " + condition + " ORDER BY created DESC, id LIMIT " + limit;
        return jdbi.withHandle(
                handle ->
                        Sql.rows(
                                handle,
                                Rows.cases(tags(handle, "SELECT id" + chosen, values)),
                                "SELECT *" + chosen,
                                values));
    }

    private static Map<String, List<String>> tags(Handle handle, String ids, Object... values) {
        return Sql.rows(
                        handle,
                        (row, context) -> Map.entry(row.getString(1), row.getString(2)),
                        "SELECT case_id, tag FROM case_tags WHERE case_id IN ("
                                + ids
                                + ") ORDER BY tag",
                        values)
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
