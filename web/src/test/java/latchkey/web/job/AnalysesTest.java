package latchkey.web.job;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.web.cli.ChildCommand;
import latchkey.web.store.CaseRow;
import latchkey.web.store.CaseState;
import latchkey.web.store.DataFolder;
import latchkey.web.store.Limits;
import latchkey.web.store.Person;
import latchkey.web.store.Vault;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Analyses whose server stops, whose process dies, and which somebody does not want any more. */
final class AnalysesTest {
    private static final int PATIENCE = 60;

    @TempDir Path folder;
    private Vault vault;

    @BeforeEach
    void open() throws IOException {
        vault = Vault.open(DataFolder.open(folder), Limits.STANDARD, InstantSource.system());
    }

    @AfterEach
    void close() throws IOException {
        vault.close();
    }

    private static Child stalled() {
        return new Child(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        Child.QUICK,
                        "-cp",
                        System.getProperty("java.class.path"),
                        StalledChild.class.getName()),
                Duration.ofMinutes(5),
                1);
    }

    private String handIn() throws IOException {
        byte[] text =
                "The password does not meet the password policy requirements"
                        .getBytes(StandardCharsets.UTF_8);
        return vault.admit(
                Person.LOCAL.id(),
                "one",
                false,
                List.of(vault.receive("one.log", new ByteArrayInputStream(text))));
    }

    private CaseRow row(String id) {
        return vault.cases().find(id).orElseThrow();
    }

    /** The process of the case, once it has told that it began. */
    private static ProcessHandle begun(Analyses analyses, String id) throws InterruptedException {
        BlockingQueue<CaseEvent> events = new ArrayBlockingQueue<>(100);
        Runnable stop = analyses.events().listen(id, events::offer);
        while (true) {
            CaseEvent event = events.poll(PATIENCE, TimeUnit.SECONDS);
            assertThat(event).as("the analysis begins").isNotNull();
            if (event.kind().equals("progress")) {
                stop.run();
                long pid = JsonMapper.shared().readTree(event.json()).path("pid").asLong();
                return ProcessHandle.of(pid).orElseThrow();
            }
        }
    }

    @Test
    void stopPutsTheCaseBackHoweverOftenAndTheNextStartFinishesIt()
            throws IOException, InterruptedException {
        // Given
        String id = handIn();
        for (int stop = 0; stop < 5; stop++) {
            Analyses analyses = new Analyses(vault, stalled(), done -> {});
            analyses.start();
            ProcessHandle process = begun(analyses, id);
            // When
            analyses.close();
            // Then
            assertThat(process.isAlive()).isFalse();
            assertThat(row(id).state()).isEqualTo(CaseState.QUEUED);
            assertThat(row(id).tries()).isZero();
        }
        BlockingQueue<String> over = new ArrayBlockingQueue<>(1);
        Child real = new Child(ChildCommand.ofThisProcess(), Duration.ofMinutes(2), 1);
        try (Analyses analyses = new Analyses(vault, real, over::offer)) {
            analyses.start();
            assertThat(over.poll(PATIENCE, TimeUnit.SECONDS)).isEqualTo(id);
        }
        assertThat(row(id).state()).isEqualTo(CaseState.DONE);
        assertThat(vault.originals(id)).isEmpty();
    }

    @Test
    void caseThatTakesItsServerWithItThreeTimesIsLeftAlone() throws IOException {
        // Given
        String id = handIn();
        for (int death = 0; death < 3; death++) {
            vault.cases().recover(3, "not used");
            assertThat(vault.cases().claim()).isPresent();
        }
        // When
        try (Analyses analyses = new Analyses(vault, stalled(), done -> {})) {
            analyses.start();
            // Then
            assertThat(row(id).state()).isEqualTo(CaseState.FAILED);
            assertThat(row(id).failure()).contains("three times");
            assertThat(vault.originals(id)).as("kept for another try").hasSize(1);
        }
    }

    @Test
    void cancelledAnalysisEndsItsProcessAndKeepsNothing() throws IOException, InterruptedException {
        // Given
        String id = handIn();
        try (Analyses analyses = new Analyses(vault, stalled(), done -> {})) {
            analyses.start();
            ProcessHandle process = begun(analyses, id);
            // When
            boolean cancelled = analyses.cancel(id);
            // Then
            assertThat(cancelled).isTrue();
            process.onExit().join();
            assertThat(row(id).state()).isEqualTo(CaseState.CANCELLED);
            assertThat(analyses.cancel(id)).isFalse();
        }
        assertThat(vault.cases().result(id)).isEmpty();
        assertThat(Files.exists(vault.folder().work(id))).isFalse();
    }

    @Test
    void deadProcessIsAFailureWithAReason() throws IOException, InterruptedException {
        // Given
        String id = handIn();
        BlockingQueue<CaseEvent> events = new ArrayBlockingQueue<>(100);
        try (Analyses analyses = new Analyses(vault, stalled(), done -> {})) {
            analyses.start();
            ProcessHandle process = begun(analyses, id);
            analyses.events().listen(id, events::offer);
            // When
            process.destroyForcibly();
            // Then
            CaseEvent event = events.poll(PATIENCE, TimeUnit.SECONDS);
            while (event != null && !event.json().contains("failed")) {
                event = events.poll(PATIENCE, TimeUnit.SECONDS);
            }
            assertThat(row(id).state()).isEqualTo(CaseState.FAILED);
            assertThat(row(id).failure()).contains("ended by itself");
            assertThat(vault.cases().again(id)).isTrue();
        }
    }
}
