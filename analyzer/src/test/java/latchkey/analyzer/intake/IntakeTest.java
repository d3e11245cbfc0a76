package latchkey.analyzer.intake;

import static latchkey.analyzer.intake.Packed.bytes;
import static latchkey.analyzer.intake.Packed.gzip;
import static latchkey.analyzer.intake.Packed.joined;
import static latchkey.analyzer.intake.Packed.zip;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

final class IntakeTest {
    @TempDir Path folder;

    @Test
    void namesFilesOfAFolderByTheirPathInIt() throws IOException {
        // Given
        write("b.log", bytes("b"));
        write("a/deep/x.log", bytes("x"));
        write("a/inner.zip", zip("Logs/y.log", "y", "z.log", "z"));

        // When
        var read = read(folder.toString());

        // Then
        assertThat(read)
                .containsExactly(
                        Map.entry("a/deep/x.log", "x"),
                        Map.entry("a/inner.zip!/Logs/y.log", "y"),
                        Map.entry("a/inner.zip!/z.log", "z"),
                        Map.entry("b.log", "b"));
    }

    @Test
    void namesFilesOfOneArchiveWithoutTheArchive() throws IOException {
        // Given
        var inner = zip("deep.log", "deep");
        var path = write("vm1.zip", zip("Logs/", "", "Logs\\x.log", "x", "more.zip", inner));

        // When
        var read = read(path);

        // Then
        assertThat(read)
                .containsExactly(
                        Map.entry("Logs/x.log", "x"), Map.entry("more.zip!/deep.log", "deep"));
    }

    @Test
    void putsTheInputFirstWhenThereAreSeveral() throws IOException {
        // Given
        var first = write("one/vm.zip", zip("x.log", "1"));
        var second = write("two/vm.zip", zip("x.log", "2"));
        var third = write("0.status", bytes("[]"));

        // When
        var read = read(first, second, third);

        // Then
        assertThat(read)
                .containsExactly(
                        Map.entry("0.status", "[]"),
                        Map.entry("vm.zip#2/x.log", "2"),
                        Map.entry("vm.zip/x.log", "1"));
    }

    @Test
    void readsCompressedFilesAndAllTheirMembers() throws IOException {
        // Given
        var alone = write("a.log.gz", joined(gzip(bytes("one,")), gzip(bytes("two"))));
        var inside = write("b.zip", zip("Logs/b.log.gz", gzip(bytes("b"))));

        // When / Then
        assertThat(read(alone)).containsExactly(Map.entry("a.log", "one,two"));
        assertThat(read(inside)).containsExactly(Map.entry("Logs/b.log.gz!/b.log", "b"));
    }

    @Test
    void readsTarWithLongNamesAlsoWhenCompressed() throws IOException {
        // Given
        var longName = "Logs/" + "n".repeat(180) + ".log";
        var tar = tar(Map.of(longName, "long"), TarArchiveOutputStream.LONGFILE_POSIX);
        var gnu = tar(Map.of(longName, "long"), TarArchiveOutputStream.LONGFILE_GNU);

        // When / Then
        assertThat(read(write("a.tar", tar))).containsExactly(Map.entry(longName, "long"));
        assertThat(read(write("b.tgz", gzip(gnu)))).containsExactly(Map.entry(longName, "long"));
        assertThat(read(write("c.zip", zip("in.tar.gz", gzip(tar)))))
                .containsExactly(Map.entry("in.tar.gz!/" + longName, "long"));
    }

    @Test
    void reads7zFromSeveralThreadsAtOnce() throws Exception {
        // Given
        var path = folder.resolve("a.7z");
        try (var out = new SevenZOutputFile(path.toFile())) {
            for (var name : List.of("a.log", "Logs/b.log", "empty.log")) {
                var file = folder.resolve("source");
                Files.writeString(file, name);
                out.putArchiveEntry(out.createArchiveEntry(file, name));
                out.write(
                        name.startsWith("empty")
                                ? new byte[0]
                                : name.repeat(9000).getBytes(StandardCharsets.UTF_8));
                out.closeArchiveEntry();
            }
        }

        // When
        try (var opened = new Intake(Limits.STANDARD).open(List.of(path.toString()), null);
                var threads = Executors.newFixedThreadPool(2)) {
            List<Callable<String>> work =
                    opened.items().stream()
                            .<Callable<String>>map(item -> () -> content(item))
                            .toList();
            var contents = threads.invokeAll(work);

            // Then
            assertThat(opened.refusals()).isEmpty();
            assertThat(contents.get(0).get()).isEqualTo("Logs/b.log".repeat(9000));
            assertThat(contents.get(1).get()).isEqualTo("a.log".repeat(9000));
            assertThat(contents.get(2).get()).isEmpty();
        }
    }

    @Test
    void looksIntoStandardInputByItsBytes() throws IOException {
        // When
        var text = stdin(bytes("pasted"));
        var archive = stdin(zip("x.log", "x"));
        var compressed = stdin(gzip(bytes("unpacked")));

        // Then
        assertThat(text).containsExactly(Map.entry("stdin", "pasted"));
        assertThat(archive).containsExactly(Map.entry("x.log", "x"));
        assertThat(compressed).containsExactly(Map.entry("stdin", "unpacked"));
    }

    @Test
    void saysWhenNothingCouldBeRead() throws IOException {
        // When
        try (var opened = new Intake(Limits.STANDARD).open(List.of(folder + "/missing"), null)) {
            // Then
            assertThat(opened.isNothingReadable()).isTrue();
            assertThat(opened.refusals())
                    .containsExactly(new Refusal("missing", "There is no such file or folder."));
        }
    }

    @Test
    void skipsLinksAndTellsSo() throws IOException {
        // Given
        write("a.log", bytes("a"));
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("a.log"));

        // When
        try (var opened = new Intake(Limits.STANDARD).open(List.of(folder.toString()), null)) {
            // Then
            assertThat(opened.items()).extracting(Item::name).containsExactly("a.log");
            assertThat(opened.refusals())
                    .containsExactly(new Refusal("link", "It is a link and was not followed."));
        }
    }

    @Test
    void hashesAFileAsOthersDoAndAFolderByItsContent() throws IOException {
        // Given
        var path = write("in/abc.txt", bytes("abc"));

        // When
        var file = sources(path).get(0);
        var before = sources(folder.resolve("in").toString()).get(0);
        write("in/abc.txt", bytes("abd"));
        var after = sources(folder.resolve("in").toString()).get(0);

        // Then
        assertThat(file)
                .isEqualTo(
                        new InputSource(
                                "abc.txt",
                                "file",
                                3,
                                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        assertThat(before.kind()).isEqualTo("directory");
        assertThat(before.bytes()).isEqualTo(3);
        assertThat(before.sha256()).hasSize(64).isNotEqualTo(after.sha256());
    }

    @Test
    void spoolsInnerArchivesThatAreTooBigForMemoryAndReadsThemTheSame() throws IOException {
        // Given
        var noise = new byte[300_000];
        new Random(1).nextBytes(noise);
        var path =
                write("a.zip", zip("one.zip", zip("x", noise, "y", "y"), "two.zip", zip("z", "z")));
        var limits = new Limits(100, 4, 1 << 30, 200, 64 << 20, 500, 100);

        // When
        try (var opened = new Intake(limits).open(List.of(path), null)) {
            // Then
            assertThat(opened.items())
                    .extracting(Item::name)
                    .containsExactly("one.zip!/x", "one.zip!/y", "two.zip!/z");
            try (var stream = opened.items().get(0).open()) {
                assertThat(stream.readAllBytes()).isEqualTo(noise);
            }
            assertThat(content(opened.items().get(2))).isEqualTo("z");
        }
    }

    @Test
    void opensASelfExtractingArchive() throws IOException {
        // Given
        var path = write("a.exe", joined(bytes("MZ some program"), zip("x.log", "x")));

        // When / Then
        assertThat(read(path)).containsExactly(Map.entry("x.log", "x"));
    }

    private static byte[] tar(Map<String, String> files, int longNames) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(out)) {
            tar.setLongFileMode(longNames);
            for (var file : files.entrySet()) {
                var entry = new TarArchiveEntry(file.getKey());
                entry.setSize(bytes(file.getValue()).length);
                tar.putArchiveEntry(entry);
                tar.write(bytes(file.getValue()));
                tar.closeArchiveEntry();
            }
        }
        return out.toByteArray();
    }

    private String write(String name, byte[] content) throws IOException {
        var path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        return Files.write(path, content).toString();
    }

    private static Map<String, String> read(String... paths) throws IOException {
        try (var opened = new Intake(Limits.STANDARD).open(List.of(paths), null)) {
            assertThat(opened.refusals()).isEmpty();
            return contents(opened);
        }
    }

    private static List<InputSource> sources(String path) throws IOException {
        try (var opened = new Intake(Limits.STANDARD).open(List.of(path), null)) {
            return opened.inputs();
        }
    }

    private static Map<String, String> stdin(byte[] bytes) throws IOException {
        try (var opened =
                new Intake(Limits.STANDARD).open(List.of("-"), new ByteArrayInputStream(bytes))) {
            assertThat(opened.inputs()).extracting(InputSource::kind).containsExactly("stdin");
            return contents(opened);
        }
    }

    private static Map<String, String> contents(Opened opened) throws IOException {
        var contents = new LinkedHashMap<String, String>();
        for (var item : opened.items()) {
            contents.put(item.name(), content(item));
        }
        return contents;
    }

    private static String content(Item item) throws IOException {
        try (var stream = item.open()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
