package latchkey.web.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Rows and files in step. */
final class VaultTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final String ME = Person.LOCAL.id();
    private static final Limits SMALL = new Limits(1000, 10_000, 2, 0, Duration.ofHours(1));

    @TempDir Path room;

    private Vault open(Limits limits) throws IOException {
        return Vault.open(DataFolder.open(room.resolve("data")), limits, InstantSource.fixed(NOW));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Path> filesUnder(String name) throws IOException {
        try (Stream<Path> walk = Files.walk(room.resolve("data").resolve(name))) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void namesOfUploadsNeverBecomePlacesOutsideTheirRoom() throws IOException {
        try (Vault vault = open(SMALL)) {
            for (String hostile :
                    List.of(
                            "../../evil.log",
                            "..\\..\\evil.log",
                            "/etc/passwd",
                            "C:\\evil",
                            "a:b",
                            "NUL.txt",
                            "con",
                            "...",
                            "",
                            "\u202egpj.exe",
                            "x".repeat(5000),
                            "\u0000")) {
                // When
                String id =
                        vault.admit(
                                ME, "hostile", true, List.of(vault.receive(hostile, bytes("x"))));
                // Then
                Path placed = vault.originals(id).getFirst();
                assertThat(placed)
                        .isRegularFile()
                        .startsWith(room.resolve("data/originals").toRealPath());
                assertThat(placed.getFileName().toString())
                        .matches("[A-Za-z0-9._-]{1,81}")
                        .doesNotMatch("(?i)(con|nul)(\\..*)?");
                assertThat(vault.cases().inputs(id).getFirst().name()).isEqualTo(hostile);
            }
        }
    }

    @Test
    void takesNoMoreThanTheLimitAndLeavesNothingBehind() throws IOException {
        try (Vault vault = open(SMALL)) {
            assertThatThrownBy(() -> vault.receive("big", bytes("x".repeat(1001))))
                    .isInstanceOf(TooMuchException.class);
            assertThatThrownBy(() -> vault.announce(ME, "big", 1001))
                    .isInstanceOf(TooMuchException.class);
            vault.announce(ME, "a", 10);
            vault.announce(ME, "b", 10);
            assertThatThrownBy(() -> vault.announce(ME, "c", 10))
                    .isInstanceOf(TooMuchException.class);
        }
        assertThat(filesUnder("originals")).isEmpty();
    }

    @Test
    void goesOnWithAnUploadAfterARestart() throws IOException {
        Upload upload;
        try (Vault vault = open(SMALL)) {
            upload = vault.announce(ME, "a.log", 10);
            vault.append(upload, bytes("01234"));
        }
        try (Vault vault = open(SMALL)) {
            // When
            Upload found = vault.cases().upload(upload.id()).orElseThrow();
            vault.append(found, bytes("56789"));
            // Then
            Path file = vault.complete(found).orElseThrow().file();
            assertThat(file).hasContent("0123456789");
        }
    }

    @Test
    void sweepsWhatADeathBetweenFileAndRowLeftBehind() throws IOException {
        // Given
        try (Vault vault = open(SMALL)) {
            Files.createDirectories(room.resolve("data/originals/orphan/0"));
            Files.writeString(room.resolve("data/originals/orphan/0/x"), "x");
            Files.writeString(room.resolve("data/uploads/orphan"), "x");
            Files.createDirectories(room.resolve("data/files/aa"));
            Files.writeString(room.resolve("data/files/aa").resolve("a".repeat(64)), "x");
            assertThat(vault.cases().caseIds()).isEmpty();
        }
        // When
        open(SMALL).close();
        // Then
        assertThat(filesUnder("originals")).isEmpty();
        assertThat(filesUnder("uploads")).isEmpty();
        assertThat(filesUnder("files")).isEmpty();
    }

    @Test
    void whatCouldNotBeReadIsKeptForADayAndNoLonger() throws IOException {
        // Given
        String id;
        try (Vault vault = open(SMALL)) {
            id =
                    vault.admit(
                            "local",
                            "vm1",
                            false,
                            List.of(vault.receive("a.log", bytes("secret"))));
            vault.cases().cancel(id);
        }
        // When
        open(SMALL).close();
        int kept = filesUnder("originals").size();
        Instant later = NOW.plus(SMALL.staleUpload()).plusSeconds(1);
        Vault.open(DataFolder.open(room.resolve("data")), SMALL, InstantSource.fixed(later))
                .close();
        // Then
        assertThat(kept).isEqualTo(1);
        assertThat(filesUnder("originals")).isEmpty();
    }

    @Test
    void sealedCaseHasNoVerdictUntilItIsAnsweredAlsoAfterARestart() throws IOException {
        // Given
        String id;
        CaseRow.Verdict verdict = new CaseRow.Verdict("cause-found", "dhcp-disabled", "So.", "vm1");
        try (Vault vault = open(SMALL)) {
            id = vault.admit("local", "vm1", false, List.of(vault.receive("a.log", bytes("line"))));
            vault.trainings()
                    .seal(
                            id,
                            new Training.Story(
                                    "dhcp",
                                    "A story",
                                    7,
                                    "",
                                    "dhcp-disabled",
                                    "cause-found",
                                    null));
            vault.cases().claim();
            vault.finish(id, shelf -> new CaseResult(verdict, "{}", "{}", "{}", List.of()));
        }
        try (Vault vault = open(SMALL)) {
            // Then
            assertThat(vault.cases().find(id).orElseThrow().verdict()).isNull();
            assertThat(vault.cases().list(1).getFirst().verdict()).isNull();
            assertThat(vault.cases().result(id)).isEmpty();
            assertThat(vault.trainings().isSealed(id)).isTrue();
            assertThat(vault.trainings().behindTheSeal(id)).isPresent();
            // When
            boolean first = vault.trainings().answer(id, "dhcp-disabled", "you");
            boolean second = vault.trainings().answer(id, "healthy", "you");
            // Then
            assertThat(first).isTrue();
            assertThat(second).isFalse();
            assertThat(vault.cases().result(id)).isPresent();
            assertThat(vault.trainings().answeredBy("you"))
                    .singleElement()
                    .matches(Training::isRight);
            assertThat(vault.trainings().answeredBy("else")).isEmpty();
        }
    }

    @Test
    void secondProcessIsToldWhoHoldsTheFolder() throws IOException {
        try (Vault vault = open(SMALL)) {
            assertThatThrownBy(() -> DataFolder.open(room.resolve("data")))
                    .isInstanceOf(StoreRefusedException.class)
                    .hasMessageContaining("--data");
            assertThat(vault.cases().list(1)).isEmpty();
        }
    }

    @Test
    void findsAnyLineOfAText() throws IOException {
        // Given
        Path text = room.resolve("text");
        StringBuilder all = new StringBuilder();
        Random lots = new Random(7);
        for (int i = 1; i <= 5000; i++) {
            all.append("line ")
                    .append(i)
                    .append("x".repeat(lots.nextInt(40)))
                    .append(i % 2 == 0 ? "\r\n" : "\n");
        }
        all.append("last without end");
        try (TextWriter writer = new TextWriter(text)) {
            writer.write(all.toString().getBytes(StandardCharsets.UTF_8));
        }
        KeptText kept = new KeptText(text);
        for (long number : new long[] {1, 2, 1023, 1024, 1025, 2049, 4999, 5000, 5001}) {
            // When
            KeptText.Line line = kept.lines(number, 1).getFirst();
            // Then
            assertThat(line.number()).isEqualTo(number);
            assertThat(line.text())
                    .startsWith(number == 5001 ? "last" : "line " + number)
                    .doesNotEndWith("\r");
        }
        assertThat(kept.lines(5002, 1)).isEmpty();
        assertThat(kept.lines(4990, 100)).hasSize(12);
    }

    @Test
    void takesNoMoreWhileTooMuchWaits() throws IOException {
        // Given
        Limits tight = new Limits(1000, 1500, 10, 0, Duration.ofHours(1));
        try (Vault vault = open(tight)) {
            String id =
                    vault.admit(
                            ME,
                            "one",
                            false,
                            List.of(vault.receive("one", bytes("x".repeat(900)))));
            // When / Then
            assertThatThrownBy(() -> vault.announce(ME, "two", 700))
                    .isInstanceOf(TooMuchException.class)
                    .hasMessageContaining("waits");
            Upload three = vault.announce(ME, "three", 600);
            assertThatThrownBy(() -> vault.announce(ME, "four", 1))
                    .isInstanceOf(TooMuchException.class);
            vault.abandon(three.id());
            vault.cases().cancel(id);
            assertThat(vault.announce(ME, "five", 1000).size()).isEqualTo(1000);
        }
    }

    @Test
    void folderOfAnotherDatabaseIsLeftAlone() throws IOException {
        // Given
        try (Vault vault = open(SMALL)) {
            vault.admit(ME, "one", true, List.of(vault.receive("one", bytes("precious"))));
        }
        Files.move(room.resolve("data/cases.db"), room.resolve("away.db"));
        // When / Then
        try (DataFolder folder = DataFolder.open(room.resolve("data"))) {
            assertThatThrownBy(() -> Vault.open(folder, SMALL, InstantSource.fixed(NOW)))
                    .isInstanceOf(StoreRefusedException.class)
                    .hasMessageContaining("different stores");
        }
        assertThat(filesUnder("originals")).hasSize(1);
    }
}
