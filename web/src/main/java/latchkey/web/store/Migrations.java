package latchkey.web.store;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Numbered scripts, each run once and whole; a store from a newer version is left alone. */
final class Migrations {
    /** Number of the newest script. */
    private static final int NEWEST = 3;

    private final Jdbi jdbi;

    Migrations(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void run() {
        jdbi.useTransaction(
                handle -> {
                    handle.execute(
                            "CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)");
                    int present =
                            handle.createQuery(
                                            "SELECT COALESCE(MAX(version), 0) FROM schema_version")
                                    .mapTo(Integer.class)
                                    .one();
                    if (present > NEWEST) {
                        throw new StoreRefusedException(
                                "The cases were kept by a newer version of Latchkey; this one"
                                        + " leaves them alone. Use the newer version, or another"
                                        + " --data folder.");
                    }
                    for (int number = present + 1; number <= NEWEST; number++) {
                        apply(handle, number);
                    }
                });
    }

    private static void apply(Handle handle, int number) {
        for (String statement : script(number).split(";")) {
            if (!statement.isBlank()) {
                handle.execute(statement);
            }
        }
        handle.execute("INSERT INTO schema_version (version) VALUES (?)", number);
    }

    private static String script(int number) {
        String name = String.format(Locale.ROOT, "%03d.sql", number);
        try (InputStream stream = Migrations.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("a migration is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
