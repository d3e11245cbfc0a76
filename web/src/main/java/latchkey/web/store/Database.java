package latchkey.web.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.sql.Types;
import java.util.Properties;

/** A database of one of the two kinds, brought up to date, and all in which they differ. */
final class Database implements AutoCloseable {
    /** The letters of "latchkey": one server holds this lock in its database. */
    private static final long LOCK = 0x6c617463686b6579L;

    private final HikariDataSource pool;
    private final HikariDataSource writers;
    private final Jdbi jdbi;
    private final Jdbi writing;
    private final boolean isSqlite;

    /** Open for as long as the server runs, because the lock is. */
    private @Nullable Handle lock;

    private Database(HikariDataSource pool, HikariDataSource writers, boolean isSqlite) {
        this.pool = pool;
        this.writers = writers;
        this.jdbi = Jdbi.create(pool);
        this.writing = pool == writers ? jdbi : Jdbi.create(writers);
        this.isSqlite = isSqlite;
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
        // SQLite has one writer. Were there more connections for writing, they would wait in them
        // while
        // the disk flushes, and pages for want of one.
        HikariDataSource writers = new HikariDataSource(sqlite("writer", file, pragmas, 1));
        return upToDate(
                new Database(
                        new HikariDataSource(sqlite("cases", file, pragmas, 4)), writers, true));
    }

    private static HikariConfig sqlite(
            String name, Path file, Properties pragmas, int connections) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl("jdbc:sqlite:" + file);
        config.setDataSourceProperties(pragmas);
        config.setMaximumPoolSize(connections);
        return config;
    }

    /** A server that several of us share; a commit that returned is on its disk here too. */
    static Database postgres(PostgresAccount account) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("cases");
        config.setJdbcUrl(account.url());
        config.setUsername(account.user());
        config.setPassword(account.password());
        config.setMaximumPoolSize(8);
        config.setConnectionInitSql("SET synchronous_commit TO on");
        config.addDataSourceProperty("ApplicationName", "latchkey");
        HikariDataSource pool = pool(account, config);
        Database database = new Database(pool, pool, false);
        database.jdbi.registerArgument(new TextWithoutNul());
        database.hold(account);
        return upToDate(database);
    }

    private static HikariDataSource pool(PostgresAccount account, HikariConfig config) {
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            throw new StoreRefusedException(
                    "The database cannot be reached as " + account + ": " + reason(e));
        }
    }

    private static String reason(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage());
    }

    private static Database upToDate(Database database) {
        try {
            new Migrations(database.writing).run();
            return database;
        } catch (StoreRefusedException e) {
            database.close();
            throw e;
        }
    }

    /** One process at a time, and none on a database that forgets. */
    private void hold(PostgresAccount account) {
        Handle held = jdbi.open();
        lock = held;
        if (!locks(held)) {
            close();
            throw new StoreRefusedException(
                    "Another Latchkey uses the database "
                            + account.url()
                            + ": stop it first, or give this one a database of its own.");
        }
        if (!held.createQuery("SHOW fsync").mapTo(String.class).one().equals("on")) {
            close();
            throw new StoreRefusedException(
                    "The database runs with fsync off, so that a cut of the power loses what was"
                            + " promised: switch it on.");
        }
    }

    /** Waits a little: the database may not have noticed yet that a former server died. */
    private static boolean locks(Handle held) {
        try {
            held.execute("SET lock_timeout = '5s'");
            held.execute("SELECT pg_advisory_lock(" + LOCK + ")");
            return true;
        } catch (UnableToExecuteStatementException e) {
            return false;
        }
    }

    /** PostgreSQL keeps every character but this one. */
    private static final class TextWithoutNul extends AbstractArgumentFactory<String> {
        TextWithoutNul() {
            super(Types.VARCHAR);
        }

        @Override
        protected Argument build(String value, ConfigRegistry config) {
            String text = value.replace('\0', '\u2400');
            return (position, statement, context) -> statement.setString(position, text);
        }
    }

    /** For reading. */
    Jdbi jdbi() {
        return jdbi;
    }

    /** For what changes something. */
    Jdbi writing() {
        return writing;
    }

    boolean isSqlite() {
        return isSqlite;
    }

    /** Two who look for work at once find two different rows; SQLite has one writer anyway. */
    String lockingOneRow() {
        return isSqlite ? "" : " FOR UPDATE SKIP LOCKED";
    }

    /** Takes deleted words out of the write-ahead log too; PostgreSQL does so in its own time. */
    void scrub() {
        if (isSqlite) {
            writing.useHandle(
                    handle ->
                            handle.createQuery("PRAGMA wal_checkpoint(TRUNCATE)")
                                    .mapToMap()
                                    .list());
        }
    }

    @Override
    public void close() {
        if (lock != null) {
            lock.close();
        }
        pool.close();
        writers.close();
    }
}
