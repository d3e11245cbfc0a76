package latchkey.web.store;

import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Rows of the database as the records they are. */
final class Rows {
    private Rows() {}

    static RowMapper<CaseRow> cases(Map<String, List<String>> tags) {
        return (row, context) -> {
            String outcome = row.getString("outcome");
            String id = row.getString("id");
            return new CaseRow(
                    id,
                    row.getString("name"),
                    CaseState.valueOf(row.getString("state")),
                    CaseStatus.valueOf(row.getString("status")),
                    Instant.ofEpochMilli(row.getLong("created")),
                    instant(row, "finished"),
                    outcome == null || row.getInt("sealed") == 1
                            ? null
                            : new CaseRow.Verdict(
                                    outcome,
                                    row.getString("cause"),
                                    row.getString("headline"),
                                    row.getString("machine")),
                    row.getString("failure"),
                    row.getInt("keeps_originals") == 1,
                    row.getInt("tries"),
                    row.getLong("bytes"),
                    tags.getOrDefault(id, List.of()),
                    row.getString("owner"),
                    number(row, "keep_days"));
        };
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? null : number;
    }

    static Person person(ResultSet row, StatementContext context) throws SQLException {
        return new Person(row.getString(1), row.getString(2), row.getString(3), false);
    }

    static RowMapper<CaseResult> result(CaseRow of, List<CaseFile> files) {
        CaseRow.Verdict verdict = of.verdict();
        if (verdict == null) {
            throw new IllegalArgumentException("a result has a verdict");
        }
        return (row, context) ->
                new CaseResult(
                        verdict, row.getString(1), row.getString(2), row.getString(3), files);
    }

    static CaseFile file(ResultSet row, StatementContext context) throws SQLException {
        return new CaseFile(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4));
    }

    static CaseInput input(ResultSet row, StatementContext context) throws SQLException {
        return new CaseInput(row.getString(1), row.getString(2), row.getLong(3));
    }

    static Note note(ResultSet row, StatementContext context) throws SQLException {
        return new Note(
                row.getInt(1),
                Instant.ofEpochMilli(row.getLong(2)),
                row.getString(3),
                row.getString(4));
    }

    static Activity activity(ResultSet row, StatementContext context) throws SQLException {
        return new Activity(
                Instant.ofEpochMilli(row.getLong(1)), row.getString(2), row.getString(3));
    }

    static Upload upload(ResultSet row, StatementContext context) throws SQLException {
        return new Upload(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                Instant.ofEpochMilli(row.getLong(5)));
    }
}
