package latchkey.rules.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

final class SampleSetTest {
    private static final String RULE = "catalog/vmaccess/VMA-001-refused/";

    @TempDir Path folder;

    @Test
    void listsFilesAndFoldersWithTheirExpectations() throws IOException, RefusedPackException {
        // Given
        var pack =
                new PackFolder(folder)
                        .write(RULE + "fires-many/Status/0.status", "[]")
                        .write(
                                RULE + "fires-many.expect.yaml",
                                "origin: synthetic\nwhy: two\nlines: {Status/0.status: [1, 4]}\n");
        // When
        try (var set = SampleSet.below(pack.root())) {
            // Then
            assertThat(set.samples())
                    .extracting(Sample::name)
                    .containsExactly(
                            "VMA-001/fires-a.txt", "VMA-001/fires-many", "VMA-001/quiet-b.txt");
            assertThat(set.samples())
                    .extracting(sample -> sample.expectation().lines())
                    .containsExactly(
                            Map.of("fires-a.txt", List.of(1)),
                            Map.of("Status/0.status", List.of(1, 4)),
                            Map.of());
            assertThat(set.samples().getLast().expectation().nearMiss()).isTrue();
        }
    }

    @Test
    void readsOutOfAnArchive() throws IOException, RefusedPackException {
        // Given
        var zip = folder.resolve("samples.jar");
        try (var jar = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
            var rule = jar.getPath("catalog", "os", "WIN-009-disk-full");
            Files.createDirectories(rule.resolve("quiet-some"));
            Files.writeString(rule.resolve("quiet-some/a.log"), "x");
            Files.writeString(
                    rule.resolve("quiet-some.expect.yaml"), "origin: synthetic\nwhy: x\n");
        }
        // When
        try (var jar = FileSystems.newFileSystem(zip);
                var set = SampleSet.below(jar.getPath("catalog"))) {
            // Then
            assertThat(set.samples())
                    .extracting(Sample::name)
                    .containsExactly("WIN-009/quiet-some");
        }
    }

    @Test
    void refusesASampleWithoutItsExpectation() throws IOException {
        new PackFolder(folder).delete(RULE + "quiet-b.txt.expect.yaml");
        assertThatThrownBy(() -> SampleSet.below(folder))
                .isInstanceOf(RefusedPackException.class)
                .hasMessageContaining("quiet-b.txt.expect.yaml: is missing");
    }
}
