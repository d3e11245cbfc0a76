package latchkey.web.store;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Cases in SQL that both databases speak. */
public final class SqlCaseStore implements CaseStore {
    private final Database database;
    private final Jdbi jdbi;
    private final InstantSource clock;

    SqlCaseStore(Database database, InstantSource clock) {
        this.database = database;
        this.jdbi = database.jdbi();
        this.clock = clock;
    }

    private long now() {
        return clock.millis();
    }

    @Override
    public void add(NewCase fresh) {
        jdbi.useTransaction(
                handle -> {
                    handle.createUpdate(
                                    "INSERT INTO cases (id, name, state, status, created,"
                                            + " keeps_originals, tries, bytes) VALUES (:id, :name,"
                                            + " 'QUEUED', 'OPEN', :now, :keeps, 0, :bytes)")
                            .bind("id", fresh.id())
                            .bind("name", fresh.name())
                            .bind("now", now())
                            .bind("keeps", fresh.keepsOriginals() ? 1 : 0)
                            .bind("bytes", fresh.bytes())
                            .execute();
                    int ordinal = 0;
                    for (CaseInput input : fresh.inputs()) {
                        handle.execute(
                                "INSERT INTO case_inputs (case_id, ordinal, name, place, bytes)"
                                        + " VALUES (?, ?, ?, ?, ?)",
                                fresh.id(),
                                ordinal++,
                                input.name(),
                                input.place(),
                                input.bytes());
                    }
                });
    }

    @Override
    public Optional<CaseRow> find(String id) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery("SELECT * FROM cases WHERE id = ?")
                                .bind(0, id)
                                .map(Rows.cases(tags(handle)))
                                .findOne());
    }

    @Override
    public List<CaseRow> list(int limit) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery("SELECT * FROM cases ORDER BY created DESC, id LIMIT ?")
                                .bind(0, limit)
                                .map(Rows.cases(tags(handle)))
                                .list());
    }

    private static Map<String, List<String>> tags(Handle handle) {
        return handle.createQuery("SELECT case_id, tag FROM case_tags ORDER BY tag")
                .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    @Override
    public List<CaseInput> inputs(String id) {
        return rows(
                Rows::input,
                "SELECT name, place, bytes FROM case_inputs WHERE case_id = ? ORDER BY ordinal",
                id);
    }

    @Override
    public Optional<CaseRow> claim() {
        return jdbi.inTransaction(
                handle -> {
                    Optional<String> next =
                            handle.createQuery(
                                            "SELECT id FROM cases WHERE state = 'QUEUED' ORDER BY"
                                                    + " created, id LIMIT 1")
                                    .mapTo(String.class)
                                    .findOne();
                    // Another process of a team may have been quicker: then there is nothing to
                    // take.
                    return next.filter(
                                    id ->
                                            handle.execute(
                                                            "UPDATE cases SET state = 'RUNNING',"
                                                                + " tries = tries + 1 WHERE id = ?"
                                                                + " AND state = 'QUEUED'",
                                                            id)
                                                    == 1)
                            .flatMap(
                                    id ->
                                            handle.createQuery("SELECT * FROM cases WHERE id = ?")
                                                    .bind(0, id)
                                                    .map(Rows.cases(Map.of()))
                                                    .findOne());
                });
    }

    @Override
    public boolean finish(String id, CaseResult result) {
        return jdbi.inTransaction(
                handle -> {
                    CaseRow.Verdict verdict = result.verdict();
                    int changed =
                            handle.execute(
                                    "UPDATE cases SET state = 'DONE', finished = ?, outcome = ?,"
                                            + " cause = ?, headline = ?, machine = ?, failure ="
                                            + " NULL WHERE id = ? AND state = 'RUNNING'",
                                    now(),
                                    verdict.outcome(),
                                    verdict.cause(),
                                    verdict.headline(),
                                    verdict.machine(),
                                    id);
                    if (changed == 1) {
                        keep(handle, id, result);
                    }
                    return changed == 1;
                });
    }

    private static void keep(Handle handle, String id, CaseResult result) {
        handle.execute("DELETE FROM case_results WHERE case_id = ?", id);
        handle.execute("DELETE FROM case_files WHERE case_id = ?", id);
        handle.execute(
                "INSERT INTO case_results (case_id, report, masked, extras) VALUES (?, ?, ?, ?)",
                id,
                result.report(),
                result.masked(),
                result.extras());
        for (CaseFile file : result.files()) {
            handle.execute(
                    "INSERT INTO case_files (case_id, name, hash, bytes, line_count) VALUES (?, ?,"
                            + " ?, ?, ?)",
                    id,
                    file.name(),
                    file.hash(),
                    file.bytes(),
                    file.lines());
        }
    }

    @Override
    public boolean fail(String id, String because) {
        return change(
                "UPDATE cases SET state = 'FAILED', finished = ?, failure = ? WHERE id = ? AND"
                        + " state = 'RUNNING'",
                now(),
                because,
                id);
    }

    @Override
    public boolean cancel(String id) {
        return change(
                "UPDATE cases SET state = 'CANCELLED', finished = ? WHERE id = ? AND state IN"
                        + " ('QUEUED', 'RUNNING')",
                now(),
                id);
    }

    @Override
    public boolean again(String id) {
        return change(
                "UPDATE cases SET state = 'QUEUED', finished = NULL, failure = NULL, tries = 0"
                        + " WHERE id = ? AND state IN ('DONE', 'FAILED', 'CANCELLED')",
                id);
    }

    @Override
    public void recover(int tries, String because) {
        jdbi.useTransaction(
                handle -> {
                    handle.execute(
                            "UPDATE cases SET state = 'FAILED', finished = ?, failure = ? WHERE"
                                    + " state = 'RUNNING' AND tries >= ?",
                            now(),
                            because,
                            tries);
                    handle.execute("UPDATE cases SET state = 'QUEUED' WHERE state = 'RUNNING'");
                });
    }

    @Override
    public Optional<CaseResult> result(String id) {
        return find(id).filter(row -> row.verdict() != null)
                .flatMap(
                        row ->
                                jdbi.withHandle(
                                        handle ->
                                                handle.createQuery(
                                                                "SELECT report, masked, extras FROM"
                                                                        + " case_results WHERE"
                                                                        + " case_id = ?")
                                                        .bind(0, id)
                                                        .map(Rows.result(row, List.of()))
                                                        .findOne()));
    }

    @Override
    public List<CaseFile> files(String id) {
        return rows(
                Rows::file,
                "SELECT name, hash, bytes, line_count FROM case_files WHERE case_id = ? ORDER BY"
                        + " name",
                id);
    }

    @Override
    public Optional<CaseFile> file(String id, String hash) {
        return files(id).stream().filter(file -> file.hash().equals(hash)).findFirst();
    }

    @Override
    public boolean delete(String id) {
        boolean deleted = change("DELETE FROM cases WHERE id = ?", id);
        database.scrub();
        return deleted;
    }

    @Override
    public void setStatus(String id, CaseStatus status) {
        change("UPDATE cases SET status = ? WHERE id = ?", status.name(), id);
    }

    @Override
    public void setTags(String id, List<String> tags) {
        jdbi.useTransaction(
                handle -> {
                    handle.execute("DELETE FROM case_tags WHERE case_id = ?", id);
                    for (String tag : Set.copyOf(tags)) {
                        handle.execute(
                                "INSERT INTO case_tags (case_id, tag) VALUES (?, ?)", id, tag);
                    }
                });
    }

    @Override
    public Note addNote(String id, String author, String words) {
        return jdbi.inTransaction(
                handle -> {
                    int number = next(handle, "case_notes", id);
                    Instant at = Instant.ofEpochMilli(now());
                    handle.execute(
                            "INSERT INTO case_notes (case_id, seq, at, author, words) VALUES (?, ?,"
                                    + " ?, ?, ?)",
                            id,
                            number,
                            at.toEpochMilli(),
                            author,
                            words);
                    return new Note(number, at, author, words);
                });
    }

    /** The row of the case is locked, so that two notes at once get two numbers. */
    private static int next(Handle handle, String table, String id) {
        handle.execute("UPDATE cases SET tries = tries WHERE id = ?", id);
        return handle.createQuery(
                        "SELECT COALESCE(MAX(seq), 0) + 1 FROM " + table + " WHERE case_id = ?")
                .bind(0, id)
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public List<Note> notes(String id) {
        return rows(
                Rows::note,
                "SELECT seq, at, author, words FROM case_notes WHERE case_id = ? ORDER BY seq",
                id);
    }

    @Override
    public void log(String id, String actor, String what) {
        jdbi.useTransaction(
                handle -> {
                    int number = next(handle, "case_activity", id);
                    handle.execute(
                            "INSERT INTO case_activity (case_id, seq, at, actor, what) VALUES (?,"
                                    + " ?, ?, ?, ?)",
                            id,
                            number,
                            now(),
                            actor,
                            what);
                });
    }

    @Override
    public List<Activity> activity(String id) {
        return rows(
                Rows::activity,
                "SELECT at, actor, what FROM case_activity WHERE case_id = ? ORDER BY seq",
                id);
    }

    @Override
    public List<String> finishedBefore(Instant moment) {
        return rows(
                (row, context) -> row.getString(1),
                "SELECT id FROM cases WHERE finished < ? ORDER BY id",
                moment.toEpochMilli());
    }

    @Override
    public Set<String> hashes() {
        return strings("SELECT DISTINCT hash FROM case_files");
    }

    @Override
    public Set<String> caseIds() {
        return strings("SELECT id FROM cases");
    }

    @Override
    public void addUpload(Upload upload) {
        change(
                "INSERT INTO uploads (id, name, size, created) VALUES (?, ?, ?, ?)",
                upload.id(),
                upload.name(),
                upload.size(),
                upload.created().toEpochMilli());
    }

    @Override
    public Optional<Upload> upload(String id) {
        return uploads().stream().filter(upload -> upload.id().equals(id)).findFirst();
    }

    @Override
    public List<Upload> uploads() {
        return rows(Rows::upload, "SELECT id, name, size, created FROM uploads ORDER BY id");
    }

    @Override
    public void removeUpload(String id) {
        change("DELETE FROM uploads WHERE id = ?", id);
    }

    @Override
    public void close() {
        database.close();
    }

    private boolean change(String sql, Object... values) {
        return jdbi.withHandle(handle -> handle.execute(sql, values)) > 0;
    }

    private <T> List<T> rows(RowMapper<T> mapper, String sql, Object... values) {
        return jdbi.withHandle(
                handle -> {
                    Query query = handle.createQuery(sql);
                    for (int i = 0; i < values.length; i++) {
                        query.bind(i, values[i]);
                    }
                    return query.map(mapper).list();
                });
    }

    private Set<String> strings(String sql) {
        return Set.copyOf(rows((row, context) -> row.getString(1), sql));
    }
}
