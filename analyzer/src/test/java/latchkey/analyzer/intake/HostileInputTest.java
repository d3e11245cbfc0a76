package latchkey.analyzer.intake;

import static latchkey.analyzer.intake.Packed.bytes;
import static latchkey.analyzer.intake.Packed.first;
import static latchkey.analyzer.intake.Packed.gzip;
import static latchkey.analyzer.intake.Packed.joined;
import static latchkey.analyzer.intake.Packed.last;
import static latchkey.analyzer.intake.Packed.replaced;
import static latchkey.analyzer.intake.Packed.zip;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/** Every attack lies beside a good file that must still be read. */
final class HostileInputTest {
    private static final Limits SMALL = new Limits(50, 4, 4 << 20, 200, 1 << 20, 1 << 16, 100);

    @TempDir Path folder;

    @Test
    void refusesOverlappingEntriesBeforeUnpackingAnything() throws IOException {
        // Given: a hundred names in the directory for one and the same file
        var good = zip("a0", new byte[100_000]);
        var directory = first(good, "PK\u0001\u0002");
        var end = first(good, "PK\u0005\u0006");
        var out = new ByteArrayOutputStream();
        out.write(good, 0, directory);
        for (int i = 0; i < 100; i++) {
            out.write(good, directory, end - directory);
        }
        var tail =
                ByteBuffer.wrap(Arrays.copyOfRange(good, end, good.length))
                        .order(ByteOrder.LITTLE_ENDIAN);
        tail.putShort(8, (short) 100).putShort(10, (short) 100).putInt(12, 100 * (end - directory));
        out.writeBytes(Arrays.copyOf(tail.array(), 22));

        // When
        var result = open(out.toByteArray());

        // Then
        assertThat(result.read).containsOnlyKeys("good.log");
        assertThat(result.refused)
                .singleElement()
                .asString()
                .startsWith("bad: Its entries overlap");
    }

    @Test
    void refusesAnEntryWhoseTwoNamesDiffer() throws IOException {
        // Given
        var bytes = zip("shown.log", "x", "other.log", "y");
        System.arraycopy(bytes("hidden.xx"), 0, bytes, last(bytes, "shown.log"), 9);

        // When
        var result = open(bytes);

        // Then
        assertThat(result.read).containsOnlyKeys("bad!/other.log", "good.log");
        assertThat(result.refused).singleElement().asString().contains("hidden.xx: ", "disagree");
    }

    @Test
    void tellsALieAboutASizeAndStillHandsOutTheBytes() throws IOException {
        // Given
        var bytes = zip("x.log", "x".repeat(5000));
        var directory = first(bytes, "PK\u0001\u0002");
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(directory + 24, 10);

        // When
        var result = open(bytes);

        // Then
        assertThat(result.read).containsEntry("bad!/x.log", 5000L);
        assertThat(result.refused)
                .singleElement()
                .asString()
                .contains("claims 10 bytes, but 5000 came");
    }

    @Test
    void tellsAWrongChecksum() throws IOException {
        // Given
        var bytes = zip("x.log", "content");
        var directory = first(bytes, "PK\u0001\u0002");
        bytes[directory + 16] ^= 1;

        // When
        var result = open(bytes);

        // Then
        assertThat(result.refused).singleElement().asString().contains("bad!/x.log: ", "checksum");
    }

    @Test
    void stopsAtTheRatioWithinOneBuffer() throws IOException {
        // When
        var result = open(gzip(new byte[3 << 20]));

        // Then
        assertThat(result.read.get("bad!/bad")).isBetween(1L << 20, (1L << 20) + (256 << 10));
        assertThat(result.refused).singleElement().asString().contains("more than 200 times");
    }

    @Test
    void sharesOneBudgetAmongAllLevels() throws IOException {
        // Given
        var noise = new byte[900_000];
        new Random(1).nextBytes(noise);
        var inner = zip("n", noise);

        // When
        var result =
                open(
                        zip(
                                "1.zip", inner, "2.zip", inner, "3.zip", inner, "4.zip", inner,
                                "5.zip", inner));

        // Then
        assertThat(result.read).containsKey("good.log");
        assertThat(result.read.values().stream().mapToLong(Long::longValue).sum())
                .isLessThan(5 << 20);
        assertThat(result.refused)
                .isNotEmpty()
                .allMatch(because -> because.contains("The limit of 4194304"));
    }

    @Test
    void stopsAtADepth() throws IOException {
        // Given
        var bytes = zip("deep.log", "deep");
        for (int i = 0; i < 9; i++) {
            bytes = zip("n.zip", bytes, "n.log", "n");
        }

        // When
        var result = open(bytes);

        // Then
        assertThat(result.read).hasSize(5);
        assertThat(result.refused).singleElement().asString().contains("nested more than 4 deep");
    }

    @Test
    void stopsAtTheLimitOfEntriesAndTellsItOnce() throws IOException {
        // Given
        var names = new ArrayList<Object>();
        for (int i = 0; i < 200; i++) {
            names.addAll(List.of("f" + i, "x"));
        }

        // When
        var result = open(zip(names.toArray()));

        // Then
        assertThat(result.read).hasSizeLessThanOrEqualTo(50);
        assertThat(result.refused)
                .containsExactly(
                        "bad: The limit of 50 files was reached here; the rest was not read.");
    }

    @Test
    void stopsWhereTheNamesAloneWouldFillTheMemory() throws IOException {
        // Given
        var names = new ArrayList<Object>();
        for (int i = 0; i < 49; i++) {
            names.addAll(List.of("f" + i + "n".repeat(900), "x"));
        }

        // When
        var result = open(zip(names.toArray()));

        // Then
        assertThat(result.refused)
                .anyMatch(refusal -> refusal.contains("characters of names was reached here"));
    }

    @Test
    void keepsNamesThatWouldLeaveTheFolderAsData() throws IOException {
        // Given
        var names =
                List.of(
                        "../../up",
                        "/etc/passwd",
                        "C:\\Windows\\x",
                        "\\\\?\\UNC\\x",
                        "a\u0000b",
                        ".. /x",
                        "NUL");
        var files = names.stream().flatMap(name -> List.<Object>of(name, "x").stream()).toArray();

        // When
        var result = open(zip(files));

        // Then
        assertThat(result.read)
                .hasSize(8)
                .containsKeys("bad!/../../up", "bad!//etc/passwd", "bad!/C:/Windows/x");
        assertThat(result.refused).isEmpty();
        assertThat(folder.resolve("../up")).doesNotExist();
    }

    @Test
    void keepsFilesOfOneNameApart() throws IOException {
        // When
        var result =
                open(replaced(zip("a.log", "1", "b.log", "22", "c.log", "333"), "b.log", "a.log"));

        // Then
        assertThat(result.read)
                .containsEntry("bad!/a.log", 1L)
                .containsEntry("bad!/a.log#2", 2L)
                .containsEntry("bad!/c.log", 3L);
    }

    @Test
    void skipsLinksAndDevicesOfATar() throws IOException {
        // Given
        var out = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(out)) {
            for (var type :
                    new byte[] {
                        TarConstants.LF_SYMLINK, TarConstants.LF_LINK, TarConstants.LF_FIFO
                    }) {
                var entry = new TarArchiveEntry("odd" + (char) type, type);
                entry.setLinkName("/etc/passwd");
                tar.putArchiveEntry(entry);
                tar.closeArchiveEntry();
            }
            var entry = new TarArchiveEntry("x.log");
            entry.setSize(1);
            tar.putArchiveEntry(entry);
            tar.write('x');
            tar.closeArchiveEntry();
        }

        // When
        var result = open(out.toByteArray());

        // Then
        assertThat(result.read).containsOnlyKeys("bad!/x.log", "good.log");
        assertThat(result.refused).hasSize(3);
    }

    @Test
    void refusesAnEncryptedEntryAndReadsTheOthers() throws IOException {
        // Given
        var bytes = zip("secret.log", "x", "open.log", "y");
        bytes[first(bytes, "PK\u0001\u0002") + 8] |= 1;

        // When
        var result = open(bytes);

        // Then
        assertThat(result.read).containsOnlyKeys("bad!/open.log", "good.log");
        assertThat(result.refused).containsExactly("bad!/secret.log: It is encrypted.");
    }

    @Test
    void refusesAnEncrypted7z() throws IOException {
        // Given
        var path = folder.resolve("bad");
        var source = Files.writeString(folder.resolve("good.log"), "x");
        try (var out = new SevenZOutputFile(path.toFile(), "password".toCharArray())) {
            out.putArchiveEntry(out.createArchiveEntry(source, "x.log"));
            out.write(bytes("x"));
            out.closeArchiveEntry();
        }

        // When
        var result = open(Files.readAllBytes(path));

        // Then
        assertThat(result.read).containsOnlyKeys("good.log");
        assertThat(result.refused).containsExactly("bad: It is encrypted.");
    }

    @Test
    void readsWhatComesBeforeTheCutOfAnArchive() throws IOException {
        // Given
        var whole = zip("a.log", "first ".repeat(3), "b.log", "second");
        var cut = Arrays.copyOf(whole, last(whole, "PK\u0001\u0002") - 30);

        // When
        var result = open(cut);

        // Then
        assertThat(result.read).containsKeys("good.log", "bad!/a.log");
        assertThat(result.refused).anyMatch(because -> because.startsWith("bad: It is cut off"));
    }

    @Test
    void endsWithASentenceWhereverAnArchiveIsCutOrBent() throws IOException {
        // Given
        var tar = new ByteArrayOutputStream();
        try (var out = new TarArchiveOutputStream(tar)) {
            var entry = new TarArchiveEntry("x.log");
            entry.setSize(5);
            out.putArchiveEntry(entry);
            out.write(bytes("12345"));
            out.closeArchiveEntry();
        }
        var sevenZ = folder.resolve("whole.7z");
        try (var out = new SevenZOutputFile(sevenZ.toFile())) {
            out.putArchiveEntry(
                    out.createArchiveEntry(Files.writeString(folder.resolve("s"), "x"), "x.log"));
            out.write(bytes("content of the file"));
            out.closeArchiveEntry();
        }
        var archives =
                List.of(
                        zip("x.log", "some text", "y.zip", zip("z", "z")),
                        gzip(bytes("some text")),
                        tar.toByteArray(),
                        Files.readAllBytes(sevenZ));
        Files.delete(sevenZ);
        Files.delete(folder.resolve("s"));
        var random = new Random(42);

        for (var archive : archives) {
            for (int round = 0; round < 60; round++) {
                var bent =
                        Arrays.copyOf(
                                archive,
                                round % 2 == 0 ? archive.length : random.nextInt(archive.length));
                for (int i = 0; i < 3 && bent.length > 0; i++) {
                    bent[random.nextInt(bent.length)] = (byte) random.nextInt();
                }

                // When
                var result = open(bent);

                // Then
                assertThat(result.read).containsKey("good.log");
                assertThat(result.refused).allMatch(because -> because.endsWith("."));
            }
        }
    }

    @Test
    void readsAnArchiveWithSomethingAroundIt() throws IOException {
        // When
        var result = open(joined(zip("x.log", "x"), new byte[40]));

        // Then
        assertThat(result.read).containsKey("bad!/x.log");
    }

    /** What could be read, with its length, and what could not. */
    private record Result(TreeMap<String, Long> read, List<String> refused) {}

    private Result open(byte[] bad) throws IOException {
        Files.write(folder.resolve("bad"), bad);
        Files.writeString(folder.resolve("good.log"), "good");
        var result = new Result(new TreeMap<>(), new ArrayList<>());
        try (var opened = new Intake(SMALL).open(List.of(folder.toString()), null)) {
            opened.refusals()
                    .forEach(
                            refusal ->
                                    result.refused.add(refusal.file() + ": " + refusal.because()));
            for (var item : opened.items()) {
                read(item, result);
            }
        }
        return result;
    }

    private static void read(Item item, Result result) throws IOException {
        long total = 0;
        var block = new byte[8192];
        try (var stream = item.open()) {
            int got = stream.read(block);
            while (got >= 0) {
                total += got;
                got = stream.read(block);
            }
        } catch (RefusedException e) {
            result.refused.add(item.name() + ": " + e.getMessage());
        }
        result.read.put(item.name(), total);
    }
}
