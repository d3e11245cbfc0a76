package latchkey.web.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Cases in a real PostgreSQL. */
final class PostgresCaseStoreTest implements CaseStoreContract {
    private static Postgres postgres;

    private PostgresAccount account;
    private Database database;
    private CaseStore store;

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

    @BeforeEach
    void open() throws SQLException {
        account = postgres.fresh();
        reopen();
    }

    private void reopen() {
        database = Database.postgres(account);
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
    void promisesOnlyWhatIsOnItsDisk() {
        // When
        String commit = shows("SHOW synchronous_commit");
        // Then
        assertThat(commit).isEqualTo("on");
        assertThat(shows("SHOW fsync")).isEqualTo("on");
    }

    private String shows(String sql) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(sql).mapTo(String.class).one());
    }

    @Test
    void everyAcknowledgedCaseSurvivesTheDeathOfTheDatabase()
            throws IOException, InterruptedException {
        // Given
        for (int kill = 0; kill < 2; kill++) {
            String id = ID.substring(0, 15) + kill;
            store.add(CaseStoreContract.fresh(id));
            store.addNote(id, "you", "note " + kill);
            // When
            postgres.kill();
            store.close();
            postgres.run();
            account = postgres.account(account.url().replaceAll(".*/", ""));
            reopen();
            // Then
            assertThat(store.notes(id)).extracting(Note::words).containsExactly("note " + kill);
        }
        assertThat(store.caseIds()).hasSize(2);
    }

    @Test
    void secondServerIsToldThatTheDatabaseIsHeld() {
        assertThatThrownBy(() -> Database.postgres(account))
                .isInstanceOf(StoreRefusedException.class)
                .hasMessageContaining("Another Latchkey")
                .hasMessageNotContaining(account.password());
    }

    @Test
    void wrongPasswordIsASentenceWithoutThePassword() {
        PostgresAccount wrong = new PostgresAccount(account.url(), account.user(), "wr0ng-canary");
        assertThatThrownBy(() -> Database.postgres(wrong))
                .isInstanceOf(StoreRefusedException.class)
                .hasMessageContaining("cannot be reached")
                .hasMessageNotContaining("wr0ng-canary");
    }

    @Test
    void eightWorkersAtOnceTakeEachWaitingCaseOnce() throws InterruptedException {
        // Given
        int waiting = 40;
        for (int i = 0; i < waiting; i++) {
            store.add(CaseStoreContract.fresh(ID.substring(0, 14) + (10 + i)));
        }
        Set<String> taken = new ConcurrentSkipListSet<>();
        List<String> twice = new java.util.concurrent.CopyOnWriteArrayList<>();
        // When
        try (ExecutorService workers = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                workers.execute(
                        () -> {
                            for (var next = store.claim(); next.isPresent(); next = store.claim()) {
                                if (!taken.add(next.get().id())) {
                                    twice.add(next.get().id());
                                }
                            }
                        });
            }
        }
        // Then
        assertThat(twice).isEmpty();
        assertThat(taken).hasSize(waiting);
    }

    @Test
    void leavesTheStoreOfANewerVersionAlone() {
        // Given
        database.jdbi()
                .useHandle(handle -> handle.execute("INSERT INTO schema_version VALUES (99)"));
        store.close();
        // When / Then
        assertThatThrownBy(() -> Database.postgres(account))
                .isInstanceOf(StoreRefusedException.class)
                .hasMessageContaining("newer version");
    }

    @Test
    void filesOfAnotherStoreAreNotSweptAway(@TempDir Path room) throws IOException {
        // Given
        store.close();
        InstantSource clock = InstantSource.fixed(NOW);
        String id;
        try (Vault vault = Vault.open(DataFolder.open(room), Limits.STANDARD, clock)) {
            id =
                    vault.admit(
                            Person.LOCAL.id(),
                            "one",
                            true,
                            List.of(
                                    vault.receive(
                                            "one", new ByteArrayInputStream(new byte[] {'x'}))));
        }
        // When
        try (DataFolder folder = DataFolder.open(room)) {
            assertThatThrownBy(() -> Vault.open(folder, account, Limits.STANDARD, clock))
                    .isInstanceOf(StoreRefusedException.class)
                    .hasMessageContaining("different stores");
        }
        // Then
        try (Vault vault = Vault.open(DataFolder.open(room), Limits.STANDARD, clock)) {
            assertThat(vault.originals(id)).hasSize(1);
        }
    }

    @Test
    void folderAndDatabaseStayTogether(@TempDir Path room) throws IOException {
        // Given
        store.close();
        InstantSource clock = InstantSource.fixed(NOW);
        Path own = room.resolve("own");
        Path other = room.resolve("other");
        for (int start = 0; start < 2; start++) {
            try (Vault vault = Vault.open(DataFolder.open(own), account, Limits.STANDARD, clock)) {
                vault.admit(Person.LOCAL.id(), "one", false, List.of());
            }
        }
        // When / Then
        try (DataFolder folder = DataFolder.open(other)) {
            assertThatThrownBy(() -> Vault.open(folder, account, Limits.STANDARD, clock))
                    .isInstanceOf(StoreRefusedException.class)
                    .hasMessageContaining("different stores");
        }
    }
}
