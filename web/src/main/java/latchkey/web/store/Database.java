package latchkey.web.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.jdbi.v3.core.Jdbi;

import java.nio.file.Path;
import java.util.Properties;

/** A database of one of the two kinds, brought up to date. */
final class Database implements AutoCloseable {
    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final boolean isSqlite;

    private Database(HikariConfig config, boolean isSqlite) {
        this.pool = new HikariDataSource(config);
        this.jdbi = Jdbi.create(pool);
        this.isSqlite = isSqlite;
        new Migrations(jdbi).run();
    }

    /** One file; survives the death of the process at any moment. */
    static Database sqlite(Path file) {
        Properties pragmas = new Properties();
        pragmas.setProperty("journal_mode", "WAL");
        pragmas.setProperty("synchronous", "FULL");
        pragmas.setProperty("foreign_keys", "true");
        pragmas.setProperty("secure_delete", "true");
        pragmas.setProperty("busy_timeout", "10000");
        pragmas.setProperty("transaction_mode", "IMMEDIATE");
        HikariConfig config = new HikariConfig();
        config.setPoolName("cases");
        config.setJdbcUrl("jdbc:sqlite:" + file);
        config.setDataSourceProperties(pragmas);
        config.setMaximumPoolSize(4);
        return new Database(config, true);
    }

    /** A server that several of us share. */
    static Database postgres(String url, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("cases");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(8);
        return new Database(config, false);
    }

    Jdbi jdbi() {
        return jdbi;
    }

    /** Takes deleted words out of the write-ahead log too. */
    void scrub() {
        if (isSqlite) {
            jdbi.useHandle(
                    handle ->
                            handle.createQuery("PRAGMA wal_checkpoint(TRUNCATE)")
                                    .mapToMap()
                                    .list());
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
