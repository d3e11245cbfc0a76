package latchkey.analyzer.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;

final class BundleRedactionTest {
    @TempDir Path folder;

    @Test
    void copiesAFolderWithoutSecretsAndNames() throws IOException {
        // Given
        var in = Files.createDirectories(folder.resolve("in/zanzibar1"));
        Files.writeString(
                in.resolve("a.log"), "disk of zanzibar1\r\nnet user bob7 S3cret!pw /add\r\n");
        Files.writeString(
                in.resolve("b.json"), "{\"computerName\": \"zanzibar1\", \"note\": \"S3cret!pw\"}");
        Files.writeString(
                in.resolve("wide.txt"),
                "\ufeffuser 'bob7' und \u00e4\r\n",
                StandardCharsets.UTF_16LE);
        Files.write(in.resolve("x.evtx"), new byte[] {'E', 'l', 'f', 'F', 'i', 'l', 'e', 0, 1, 2});
        // When
        var summary = BundleRedaction.redact(folder.resolve("in"), folder.resolve("out.zip"));
        BundleRedaction.redact(folder.resolve("in"), folder.resolve("again.zip"));
        // Then
        assertThat(summary.files()).isEqualTo(3);
        assertThat(summary.leftOut())
                .containsExactly("<host-1>/x.evtx: It is no text and was left out.");
        var files = unzipped(folder.resolve("out.zip"));
        assertThat(files)
                .containsOnlyKeys("_host-1_/a.log", "_host-1_/b.json", "_host-1_/wide.txt")
                .containsEntry(
                        "_host-1_/a.log",
                        "disk of <host-1>\r\nnet user <account-1> <secret-1> /add\r\n")
                .containsEntry(
                        "_host-1_/b.json",
                        "{\"computerName\": \"<host-1>\", \"note\": \"<secret-1>\"}");
        var wide = "\ufeffuser '<account-1>' und \u00e4\r\n".getBytes(StandardCharsets.UTF_16LE);
        assertThat(files.get("_host-1_/wide.txt"))
                .isEqualTo(new String(wide, StandardCharsets.UTF_8));
        assertThat(folder.resolve("again.zip")).hasSameBinaryContentAs(folder.resolve("out.zip"));
    }

    @Test
    void copiesAFileAsAFileAndKeepsItsLines() throws IOException {
        // Given
        var text = new StringBuilder();
        for (int i = 0; i < 30_000; i++) {
            text.append("line ")
                    .append(i)
                    .append(" \"password\":\n \"S3cret!")
                    .append(i % 7)
                    .append("\"\n");
        }
        var in = Files.writeString(folder.resolve("in.log"), text);
        // When
        BundleRedaction.redact(in, folder.resolve("out.log"));
        // Then
        var lines = Files.readAllLines(folder.resolve("out.log"));
        assertThat(lines).hasSize(60_000).noneMatch(line -> line.contains("S3cret!"));
        assertThat(lines.get(59_999)).startsWith(" \"<secret-");
    }

    @Test
    void neverOverwritesTheOriginal() throws IOException {
        // Given
        var in = Files.writeString(folder.resolve("in.log"), "x");
        // When, Then
        assertThatThrownBy(() -> BundleRedaction.redact(in, in)).isInstanceOf(IOException.class);
        assertThat(in).hasContent("x");
    }

    @Test
    void writesNothingWhereNothingCanBeRead() throws IOException {
        // When
        var summary = BundleRedaction.redact(folder.resolve("missing"), folder.resolve("out.zip"));
        // Then
        assertThat(summary.files()).isZero();
        assertThat(summary.leftOut()).hasSize(1);
        assertThat(folder.resolve("out.zip")).doesNotExist();
    }

    private static Map<String, String> unzipped(Path zip) throws IOException {
        var files = new TreeMap<String, String>();
        try (var in = new ZipInputStream(Files.newInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
