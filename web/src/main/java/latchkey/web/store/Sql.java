package latchkey.web.store;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

import java.util.List;
import java.util.Set;

/** Single statements with their values in order. */
final class Sql {
    private final Jdbi jdbi;
    private final Jdbi writing;

    Sql(Database database) {
        this.jdbi = database.jdbi();
        this.writing = database.writing();
    }

    boolean change(String sql, Object... values) {
        return writing.withHandle(handle -> handle.execute(sql, values)) > 0;
    }

    <T> List<T> rows(RowMapper<T> mapper, String sql, Object... values) {
        return jdbi.withHandle(handle -> rows(handle, mapper, sql, values));
    }

    static <T> List<T> rows(Handle handle, RowMapper<T> mapper, String sql, Object... values) {
        Query query = handle.createQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.bind(i, values[i]);
        }
        return query.map(mapper).list();
    }

    Set<String> strings(String sql, Object... values) {
        return Set.copyOf(rows((row, context) -> row.getString(1), sql, values));
    }
}
