package latchkey.web.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.InstantSource;

/** Cases in one file. */
final class SqliteCaseStoreTest implements CaseStoreContract {
    @TempDir Path folder;
    private Database database;
    private CaseStore store;

    @BeforeEach
    void open() {
        database = Database.sqlite(folder.resolve("cases.db"));
        store = new SqlCaseStore(database, InstantSource.fixed(NOW));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    public CaseStore store() {
        return store;
    }

    @Override
    public AccessStore access() {
        return new SqlAccessStore(database);
    }

    @Override
    public Trainings trainings() {
        return new Trainings(database, InstantSource.fixed(NOW));
    }

    @Test
    void leavesTheStoreOfANewerVersionAlone() {
        // Given
        store.close();
        try (Database newer = Database.sqlite(folder.resolve("cases.db"))) {
            newer.jdbi()
                    .useHandle(handle -> handle.execute("INSERT INTO schema_version VALUES (99)"));
        }
        // When / Then
        assertThatThrownBy(() -> Database.sqlite(folder.resolve("cases.db")))
                .isInstanceOf(StoreRefusedException.class)
                .hasMessageContaining("newer version");
    }

    @Test
    void writesThroughBeforeItAcknowledges() {
        // Given
        try (Database other = Database.sqlite(folder.resolve("other.db"))) {
            // When
            var mode =
                    other.jdbi()
                            .withHandle(
                                    handle ->
                                            handle.createQuery("PRAGMA journal_mode")
                                                    .mapTo(String.class)
                                                    .one());
            var synchronous =
                    other.jdbi()
                            .withHandle(
                                    handle ->
                                            handle.createQuery("PRAGMA synchronous")
                                                    .mapTo(Integer.class)
                                                    .one());
            // Then
            assertThat(mode).isEqualTo("wal");
            assertThat(synchronous).isEqualTo(2);
        }
    }
}
