package latchkey.web.store;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Cases in SQL that both databases speak. */
public final class SqlCaseStore implements CaseStore {
    private final Database database;
    private final Jdbi jdbi;
    private final Jdbi writing;
    private final Sql sql;
    private final InstantSource clock;

    SqlCaseStore(Database database, InstantSource clock) {
        this.database = database;
        this.jdbi = database.jdbi();
        this.writing = database.writing();
        this.sql = new Sql(database);
        this.clock = clock;
    }

    private long now() {
        return clock.millis();
    }

    @Override
    public void add(NewCase fresh) {
        writing.useTransaction(
                handle -> {
                    handle.createUpdate(
                                    "INSERT INTO cases (id, owner, name, state, status, created,"
                                            + " keeps_originals, tries, bytes) VALUES (:id,"
                                            + " :owner, :name, 'QUEUED', 'OPEN', :now, :keeps, 0,"
                                            + " :bytes)")
                            .bind("id", fresh.id())
                            .bind("owner", fresh.owner())
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
        return Cases.where(jdbi, "id = ?", 1, id).stream().findFirst();
    }

    @Override
    public List<CaseRow> list(int limit) {
        return Cases.where(jdbi, "1 = 1", limit);
    }

    @Override
    public List<CaseInput> inputs(String id) {
        return sql.rows(
                Rows::input,
                "SELECT name, place, bytes FROM case_inputs WHERE case_id = ? ORDER BY ordinal",
                id);
    }

    @Override
    public Optional<CaseRow> claim() {
        return writing.inTransaction(
                handle -> {
                    Optional<String> next =
                            handle.createQuery(
                                            "SELECT id FROM cases WHERE state = 'QUEUED' ORDER BY"
                                                    + " created, id LIMIT 1"
                                                    + database.lockingOneRow())
                                    .mapTo(String.class)
                                    .findOne();
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
        return writing.inTransaction(
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
        return sql.change(
                "UPDATE cases SET state = 'FAILED', finished = ?, failure = ? WHERE id = ? AND"
                        + " state = 'RUNNING'",
                now(),
                because,
                id);
    }

    @Override
    public boolean cancel(String id) {
        return sql.change(
                "UPDATE cases SET state = 'CANCELLED', finished = ? WHERE id = ? AND state IN"
                        + " ('QUEUED', 'RUNNING')",
                now(),
                id);
    }

    @Override
    public boolean again(String id) {
        return sql.change(
                "UPDATE cases SET state = 'QUEUED', finished = NULL, failure = NULL, tries = 0"
                        + " WHERE id = ? AND state IN ('DONE', 'FAILED', 'CANCELLED')",
                id);
    }

    @Override
    public void putBack(String id) {
        sql.change(
                "UPDATE cases SET state = 'QUEUED', tries = tries - 1 WHERE id = ? AND state ="
                        + " 'RUNNING'",
                id);
    }

    @Override
    public void recover(int tries, String because) {
        writing.useTransaction(
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
        return sql.rows(
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
        boolean deleted = sql.change("DELETE FROM cases WHERE id = ?", id);
        database.scrub();
        return deleted;
    }

    @Override
    public void setStatus(String id, CaseStatus status) {
        sql.change("UPDATE cases SET status = ? WHERE id = ?", status.name(), id);
    }

    @Override
    public void setTags(String id, List<String> tags) {
        writing.useTransaction(
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
        return writing.inTransaction(
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
        return sql.rows(
                Rows::note,
                "SELECT seq, at, author, words FROM case_notes WHERE case_id = ? ORDER BY seq",
                id);
    }

    @Override
    public void log(String id, String actor, String what) {
        writing.useTransaction(
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
        return sql.rows(
                Rows::activity,
                "SELECT at, actor, what FROM case_activity WHERE case_id = ? ORDER BY seq",
                id);
    }

    @Override
    public void setKeepDays(String id, @Nullable Integer days) {
        writing.useHandle(
                handle ->
                        handle.createUpdate("UPDATE cases SET keep_days = :days WHERE id = :id")
                                .bind("days", days)
                                .bind("id", id)
                                .execute());
    }

    @Override
    public List<String> expired(Instant now, int days) {
        return sql.rows(
                (row, context) -> row.getString(1),
                "SELECT id FROM cases WHERE finished IS NOT NULL AND COALESCE(keep_days, ?) > 0"
                        + " AND finished + COALESCE(keep_days, ?) * ? <= ? ORDER BY id",
                days,
                days,
                Duration.ofDays(1).toMillis(),
                now.toEpochMilli());
    }

    @Override
    public long bytesWaiting() {
        return sql.rows(
                        (row, context) -> row.getLong(1),
                        "SELECT COALESCE(SUM(bytes), 0) FROM (SELECT bytes FROM cases WHERE state"
                                + " IN ('QUEUED', 'RUNNING') UNION ALL SELECT size FROM uploads)"
                                + " AS waiting")
                .getFirst();
    }

    @Override
    public Set<String> hashes() {
        return sql.strings("SELECT DISTINCT hash FROM case_files");
    }

    @Override
    public Set<String> caseIds() {
        return sql.strings("SELECT id FROM cases");
    }

    @Override
    public void addUpload(Upload upload) {
        sql.change(
                "INSERT INTO uploads (id, owner, name, size, created) VALUES (?, ?, ?, ?, ?)",
                upload.id(),
                upload.owner(),
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
        return sql.rows(
                Rows::upload, "SELECT id, owner, name, size, created FROM uploads ORDER BY id");
    }

    @Override
    public void removeUpload(String id) {
        sql.change("DELETE FROM uploads WHERE id = ?", id);
    }

    @Override
    public void close() {
        database.close();
    }
}
