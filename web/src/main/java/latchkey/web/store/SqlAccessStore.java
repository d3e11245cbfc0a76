package latchkey.web.store;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who may see what, asked together with what is seen. */
public final class SqlAccessStore implements AccessStore {
    /** Three values: the person, twice, and whether that person is an administrator. */
    private static final String SEES =
            "(cases.owner = ? OR cases.team_reads = 1 OR 1 = ? OR EXISTS (SELECT 1 FROM"
                    + " case_members m WHERE m.case_id = cases.id AND m.person = ?))";

    private final Jdbi jdbi;
    private final Jdbi writing;
    private final Sql sql;

    SqlAccessStore(Database database) {
        this.jdbi = database.jdbi();
        this.writing = database.writing();
        this.sql = new Sql(database);
    }

    private static Object[] values(Person who, Object... before) {
        List<Object> all = new ArrayList<>(List.of(before));
        all.add(who.id());
        all.add(who.isAdmin() ? 1 : 0);
        all.add(who.id());
        return all.toArray();
    }

    @Override
    public Optional<Right> right(Person who, String caseId) {
        return sql
                .rows(
                        (row, context) -> right(who, row),
                        "SELECT owner, team_reads, (SELECT writes FROM case_members m WHERE"
                                + " m.case_id = cases.id AND m.person = ?) FROM cases WHERE id = ?",
                        who.id(),
                        caseId)
                .stream()
                .findFirst()
                .flatMap(found -> found);
    }

    private static Optional<Right> right(Person who, ResultSet row) throws SQLException {
        boolean owns = who.isAdmin() || row.getString(1).equals(who.id());
        boolean teamReads = row.getInt(2) == 1;
        boolean writes = row.getInt(3) == 1;
        boolean isMember = !row.wasNull();
        if (owns || writes) {
            return Optional.of(owns ? Right.OWN : Right.WRITE);
        }
        return isMember || teamReads ? Optional.of(Right.READ) : Optional.empty();
    }

    @Override
    public Optional<CaseRow> find(Person who, String caseId) {
        return Cases.where(jdbi, "id = ? AND " + SEES, 1, values(who, caseId)).stream().findFirst();
    }

    @Override
    public List<CaseRow> list(Person who, int limit) {
        return Cases.where(jdbi, SEES, limit, values(who));
    }

    @Override
    public Set<String> visible(Person who) {
        return sql.strings("SELECT id FROM cases WHERE " + SEES, values(who));
    }

    @Override
    public Sharing sharing(String caseId) {
        List<Sharing.Member> members =
                sql.rows(
                        (row, context) -> new Sharing.Member(row.getString(1), row.getInt(2) == 1),
                        "SELECT person, writes FROM case_members WHERE case_id = ? ORDER BY person",
                        caseId);
        return sql
                .rows(
                        (row, context) ->
                                new Sharing(row.getString(1), row.getInt(2) == 1, members),
                        "SELECT owner, team_reads FROM cases WHERE id = ?",
                        caseId)
                .stream()
                .findFirst()
                .orElseGet(() -> new Sharing(Person.LOCAL.id(), false, List.of()));
    }

    @Override
    public void share(String caseId, Sharing sharing) {
        writing.useTransaction(handle -> replace(handle, caseId, sharing));
    }

    private static void replace(Handle handle, String caseId, Sharing sharing) {
        handle.execute(
                "UPDATE cases SET owner = ?, team_reads = ? WHERE id = ?",
                sharing.owner(),
                sharing.teamReads() ? 1 : 0,
                caseId);
        handle.execute("DELETE FROM case_members WHERE case_id = ?", caseId);
        for (Sharing.Member member : sharing.members()) {
            handle.execute(
                    "INSERT INTO case_members (case_id, person, writes) VALUES (?, ?, ?)",
                    caseId,
                    member.person(),
                    member.writes() ? 1 : 0);
        }
    }

    @Override
    public Person welcome(Identity identity) {
        return writing.inTransaction(
                handle -> {
                    handle.execute(
                            "INSERT INTO people (id, issuer, subject, name, mail) VALUES (?, ?, ?,"
                                    + " ?, ?) ON CONFLICT (issuer, subject) DO UPDATE SET name ="
                                    + " excluded.name, mail = excluded.mail",
                            Ids.fresh(),
                            identity.issuer(),
                            identity.subject(),
                            identity.name(),
                            identity.mail());
                    return Sql.rows(
                                    handle,
                                    Rows::person,
                                    "SELECT id, name, mail FROM people WHERE issuer = ? AND"
                                            + " subject = ?",
                                    identity.issuer(),
                                    identity.subject())
                            .getFirst();
                });
    }

    @Override
    public List<Person> people() {
        return sql.rows(Rows::person, "SELECT id, name, mail FROM people ORDER BY name, id");
    }

    @Override
    public void addToken(Person of, Token token, String hash) {
        sql.change(
                "INSERT INTO tokens (id, person, name, hash, expires) VALUES (?, ?, ?, ?, ?)",
                token.id(),
                of.id(),
                token.name(),
                hash,
                token.expires().toEpochMilli());
    }

    @Override
    public List<Token> tokens(Person of, Instant now) {
        return sql.rows(
                (row, context) ->
                        new Token(
                                row.getString(1),
                                row.getString(2),
                                Instant.ofEpochMilli(row.getLong(3))),
                "SELECT id, name, expires FROM tokens WHERE person = ? AND expires > ? ORDER BY"
                        + " expires, id",
                of.id(),
                now.toEpochMilli());
    }

    @Override
    public boolean removeToken(Person of, String id) {
        return sql.change("DELETE FROM tokens WHERE person = ? AND id = ?", of.id(), id);
    }

    @Override
    public Optional<Person> byToken(String hash, Instant now) {
        return sql
                .rows(
                        Rows::person,
                        "SELECT p.id, p.name, p.mail FROM people p JOIN tokens t ON t.person ="
                                + " p.id WHERE t.hash = ? AND t.expires > ?",
                        hash,
                        now.toEpochMilli())
                .stream()
                .findFirst();
    }
}
