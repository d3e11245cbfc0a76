package latchkey.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.web.cli.ChildCommand;
import latchkey.web.job.Analyses;
import latchkey.web.job.Child;
import latchkey.web.store.DataFolder;
import latchkey.web.store.Limits;
import latchkey.web.store.Person;
import latchkey.web.store.Vault;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Cases go when their time is over, from every place they lie in. */
final class RetentionTest {
    private static final String WORD = "puffin-canary-3307";

    @TempDir Path folder;
    private final Clock clock = new Clock();
    private Vault vault;
    private CaseIndex index;
    private Analyses analyses;
    private final BlockingQueue<String> over = new ArrayBlockingQueue<>(10);

    private static final class Clock implements InstantSource {
        private Instant now = Instant.parse("2026-11-25T10:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        void pass(Duration time) {
            now = now.plus(time);
        }
    }

    @BeforeEach
    void open() throws IOException {
        vault = Vault.open(DataFolder.open(folder.resolve("data")), Limits.STANDARD, clock);
        index = CaseIndex.open(vault);
        Child child = new Child(ChildCommand.ofThisProcess(), Duration.ofMinutes(2), 1);
        analyses = new Analyses(vault, child, over::offer);
        analyses.start();
    }

    @AfterEach
    void close() throws IOException {
        analyses.close();
        index.close();
        vault.close();
    }

    private Retention retention(int days) {
        return new Retention(vault, new Disposal(vault, analyses, index), days);
    }

    /** A case with everything a case can have: rows, texts, originals, words in the index. */
    private String done(String name) throws IOException, InterruptedException {
        byte[] original =
                ("2026-10-06T07:06:48Z [Error]: " + WORD + " " + name)
                        .getBytes(StandardCharsets.UTF_8);
        String id =
                vault.admit(
                        Person.LOCAL.id(),
                        name,
                        true,
                        List.of(vault.receive(name, new ByteArrayInputStream(original))));
        analyses.wake();
        assertThat(over.poll(60, TimeUnit.SECONDS)).isEqualTo(id);
        assertThat(vault.cases().files(id)).hasSize(1);
        vault.cases().addNote(id, "you", WORD);
        index.refresh(id);
        return id;
    }

    @Test
    void goesForGoodWhenItsTimeIsOver() throws IOException, InterruptedException {
        // Given
        String id = done("old.log");
        assertThat(found()).containsExactly(id);
        assertThat(filesHolding(WORD)).isPositive();
        try (Retention retention = retention(30)) {
            retention.start();
            assertThat(vault.cases().find(id)).isPresent();
            // When
            clock.pass(Duration.ofDays(30));
            retention.tick();
        }
        // Then
        assertThat(vault.cases().find(id)).isEmpty();
        assertThat(found()).isEmpty();
        assertThat(filesHolding(WORD)).isZero();
    }

    @Test
    void startFindsWhatWentOutOfTimeMeanwhile() throws IOException, InterruptedException {
        // Given
        String id = done("old.log");
        clock.pass(Duration.ofDays(100));
        // When
        try (Retention retention = retention(30)) {
            retention.start();
        }
        // Then
        assertThat(vault.cases().find(id)).isEmpty();
    }

    @Test
    void ownTimeOfACaseWinsAndAPinnedOneStays() throws IOException, InterruptedException {
        // Given
        String pinned = done("pinned.log");
        String shorter = done("shorter.log");
        vault.cases().setKeepDays(pinned, 0);
        vault.cases().setKeepDays(shorter, 7);
        // When
        clock.pass(Duration.ofDays(8));
        try (Retention retention = retention(30)) {
            retention.start();
            // Then
            assertThat(vault.cases().caseIds()).containsExactly(pinned);
            clock.pass(Duration.ofDays(1000));
            retention.tick();
        }
        assertThat(vault.cases().caseIds()).containsExactly(pinned);
    }

    @Test
    void looksOnceADay() throws IOException, InterruptedException {
        // Given
        String id = done("one.log");
        try (Retention retention = retention(0)) {
            retention.start();
            clock.pass(Duration.ofHours(23));
            retention.tick();
            clock.pass(Duration.ofHours(2));
            retention.tick();
            vault.cases().setKeepDays(id, 1);
            // When
            clock.pass(Duration.ofHours(22));
            retention.tick();
            boolean isThereWithinTheDay = vault.cases().find(id).isPresent();
            clock.pass(Duration.ofHours(2));
            retention.tick();
            // Then
            assertThat(isThereWithinTheDay).isTrue();
            assertThat(vault.cases().find(id)).isEmpty();
        }
    }

    @Test
    void waitsForWhatIsNotOver() throws IOException {
        // Given
        String id = vault.admit(Person.LOCAL.id(), "waiting", false, List.of());
        clock.pass(Duration.ofDays(1000));
        // When
        try (Retention retention = retention(1)) {
            retention.start();
        }
        // Then
        assertThat(vault.cases().find(id)).isPresent();
    }

    private List<String> found() throws IOException {
        return index.search("note:puffin*", 10, vault.cases().caseIds()).hits().stream()
                .map(CaseIndex.Hit::caseId)
                .toList();
    }

    private long filesHolding(String word) throws IOException {
        try (Stream<Path> walk = Files.walk(folder.resolve("data"))) {
            long holding = 0;
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                holding += text.contains(word) ? 1 : 0;
            }
            return holding;
        }
    }
}
