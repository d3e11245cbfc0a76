package latchkey.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.web.store.Person;
import latchkey.web.store.Postgres;
import latchkey.web.store.PostgresAccount;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A team with everything it has: people who sign in, and their cases in a PostgreSQL. */
final class TeamOnPostgresTest {
    private static final String WORD = "osprey-canary-8812";
    private static Postgres postgres;

    @TempDir Path folder;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        postgres = Postgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }

    @Test
    void aCaseLivesIsSharedIsFoundOutlastsARestartAndGoes() throws IOException, SQLException {
        // Given
        PostgresAccount account = postgres.fresh();
        String id;
        try (TeamServer team = new TeamServer(folder, List.of(), account)) {
            Person bob = team.person("Bob");
            TestBrowser ann = team.browserOf(team.person("Ann"));
            id = handIn(ann);
            ann.ask("POST", "/api/cases/" + id + "/notes", "{\"text\":\"" + WORD + "\"}");
            ann.ask("PUT", "/api/cases/" + id + "/tags", "{\"tags\":[\"b\",\"a\"]}");
            // When
            var shared =
                    ann.ask(
                            "PUT",
                            "/api/cases/" + id + "/access",
                            "{\"team\":false,\"members\":[{\"person\":\""
                                    + bob.id()
                                    + "\",\"right\":\"write\"}]}");
            // Then
            assertThat(shared.status()).isEqualTo(204);
            assertThat(team.browserOf(bob).get("/api/cases?q=note:osprey*").body()).contains(id);
        }
        try (TeamServer team = new TeamServer(folder, List.of(), account)) {
            TestBrowser bob = team.browserOf(personNamed(team, "Bob"));
            assertThat(bob.get("/c/" + id).body()).contains(WORD);
            assertThat(bob.get("/api/cases/" + id + "/report").json().path("causes").size())
                    .isPositive();
            assertThat(bob.get("/api/cases?q=tag:a").body()).contains(id);
            // When
            TestBrowser ann = team.browserOf(personNamed(team, "Ann"));
            assertThat(ann.ask("DELETE", "/api/cases/" + id, "").status()).isEqualTo(204);
            // Then
            assertThat(bob.get("/c/" + id).status()).isEqualTo(404);
            assertThat(rowsHolding(account)).isEmpty();
        }
    }

    private static Person personNamed(TeamServer team, String name) {
        return team.vault().access().people().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String handIn(TestBrowser ann) throws IOException {
        String text =
                "2026-10-06T07:06:48Z [Error]: The password does not meet the password policy"
                        + " requirements. "
                        + WORD;
        String id = ann.ask("POST", "/api/cases?name=" + WORD, text).json().path("id").asString();
        ann.send(
                "GET",
                "/api/cases/" + id + "/events",
                "",
                Map.of("Accept", "text/event-stream", "Sec-Fetch-Site", "same-origin"));
        assertThat(ann.get("/api/cases/" + id).json().path("state").asString()).isEqualTo("done");
        return id;
    }

    /** Tables in which the word is still to be found. */
    private static List<String> rowsHolding(PostgresAccount account) throws SQLException {
        List<String> holding = new ArrayList<>();
        try (Connection connection =
                        DriverManager.getConnection(
                                account.url(), account.user(), account.password());
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows =
                    statement.executeQuery(
                            "SELECT tablename FROM pg_tables WHERE schemaname = 'public'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            assertThat(tables).contains("cases", "case_notes", "case_results");
            for (String table : tables) {
                try (ResultSet rows =
                        statement.executeQuery(
                                "SELECT COUNT(*) FROM "
                                        + table
                                        + " t WHERE t::text LIKE '%"
                                        + WORD
                                        + "%'")) {
                    rows.next();
                    if (rows.getInt(1) > 0) {
                        holding.add(table);
                    }
                }
            }
        }
        return holding;
    }
}
