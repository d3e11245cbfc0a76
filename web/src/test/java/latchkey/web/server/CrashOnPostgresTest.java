package latchkey.web.server;

import latchkey.web.store.Postgres;
import latchkey.web.store.PostgresAccount;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** Kills of a server that keeps its cases in a PostgreSQL. */
final class CrashOnPostgresTest extends Crashes {
    private static Postgres postgres;
    private static PostgresAccount account;

    @BeforeAll
    static void start() throws IOException, InterruptedException, SQLException {
        postgres = Postgres.start();
        account = postgres.fresh();
    }

    @AfterAll
    static void stop() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }

    @Override
    ProcessBuilder configured(ProcessBuilder server) throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("latchkey.yaml"),
                        "database: {url: '%s', user: %s, password-env: CASES_PASSWORD}%n"
                                .formatted(account.url(), account.user()));
        server.command().addAll(java.util.List.of("--config", file.toString()));
        server.environment().put("CASES_PASSWORD", account.password());
        return server;
    }
}
