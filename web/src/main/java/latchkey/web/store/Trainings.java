package latchkey.web.store;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Seals of cases. While one is whole the store itself gives out no verdict and no result of that
 * case, so that no page, export or index can.
 */
public final class Trainings {
    private static final String COLUMNS =
            "SELECT case_id, scenario, title, seed, variant, cause, outcome, reason, answer,"
                    + " answered, person FROM trainings ";

    private final Jdbi jdbi;
    private final Jdbi writing;
    private final InstantSource clock;

    Trainings(Database database, InstantSource clock) {
        this.jdbi = database.jdbi();
        this.writing = database.writing();
        this.clock = clock;
    }

    /** Seals a case that waits for its analysis. */
    public void seal(String caseId, Training.Story story) {
        writing.useTransaction(
                handle -> {
                    handle.execute("UPDATE cases SET sealed = 1 WHERE id = ?", caseId);
                    handle.execute(
                            "INSERT INTO trainings (case_id, scenario, title, seed, variant,"
                                    + " cause, outcome, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                            caseId,
                            story.scenario(),
                            story.title(),
                            story.seed(),
                            story.variant(),
                            story.cause(),
                            story.outcome(),
                            story.reason());
                });
    }

    /** Breaks the seal for an answer; false when it was broken before. */
    public boolean answer(String caseId, String named, String person) {
        return writing.inTransaction(
                handle -> {
                    int first =
                            handle.execute(
                                    "UPDATE trainings SET answer = ?, answered = ?, person = ?"
                                            + " WHERE case_id = ? AND answer IS NULL",
                                    named,
                                    clock.millis(),
                                    person,
                                    caseId);
                    if (first == 1) {
                        handle.execute("UPDATE cases SET sealed = 0 WHERE id = ?", caseId);
                    }
                    return first == 1;
                });
    }

    public Optional<Training> find(String caseId) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(COLUMNS + "WHERE case_id = ?")
                                .bind(0, caseId)
                                .map(Trainings::training)
                                .findOne());
    }

    public boolean isSealed(String caseId) {
        return find(caseId).filter(training -> training.answer() == null).isPresent();
    }

    /** What a person answered, latest first; also in cases that were deleted since. */
    public List<Training> answeredBy(String person) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        COLUMNS
                                                + "WHERE person = ? ORDER BY answered DESC,"
                                                + " case_id")
                                .bind(0, person)
                                .map(Trainings::training)
                                .list());
    }

    /** Results of a sealed case, for what a page may show of them before the answer. */
    public Optional<CaseResult> behindTheSeal(String caseId) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        "SELECT outcome, cause, headline, machine, report, masked,"
                                                + " extras FROM case_results JOIN cases ON id ="
                                                + " case_id WHERE case_id = ? AND state = 'DONE'")
                                .bind(0, caseId)
                                .map(Trainings::result)
                                .findOne());
    }

    private static CaseResult result(ResultSet row, StatementContext context) throws SQLException {
        return new CaseResult(
                new CaseRow.Verdict(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                List.of());
    }

    private static Training training(ResultSet row, StatementContext context) throws SQLException {
        String answer = row.getString(9);
        return new Training(
                row.getString(1),
                new Training.Story(
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8)),
                answer == null
                        ? null
                        : new Training.Answer(
                                answer, Instant.ofEpochMilli(row.getLong(10)), row.getString(11)));
    }
}
