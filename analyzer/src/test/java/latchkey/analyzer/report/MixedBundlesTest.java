package latchkey.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.analyzer.diagnosis.Outcome;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Machines on which more than one thing happened, or one thing is told in two places. */
class MixedBundlesTest {
    @TempDir private Path folder;

    /** A bundle and what is to be said of it. */
    private record Bundle(String name, String outcome, String cause, String files) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Bundle> bundles() throws IOException {
        return Arrays.stream(resource().split("(?m)^### "))
                .skip(1)
                .map(
                        block -> {
                            String[] parts = block.split("\n", 2);
                            String[] head = parts[0].split("\\|", -1);
                            return new Bundle(
                                    head[0].strip(), head[1].strip(), head[2].strip(), parts[1]);
                        });
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void saysWhatStands(Bundle bundle) throws Exception {
        // Given
        for (String file : bundle.files().split("(?m)^@@ ")) {
            if (!file.isBlank()) {
                String[] parts = file.split("\n", 2);
                Path path = folder.resolve(parts[0].strip());
                Files.createDirectories(path.getParent());
                Files.writeString(path, parts[1].stripTrailing() + "\n");
            }
        }
        // When
        Report report = report();
        // Then
        List<String> causes = report.causes().stream().map(Report.CauseFound::named).toList();
        assertThat(causes.isEmpty() ? "" : causes.getFirst()).isEqualTo(bundle.cause());
        assertThat(report.outcome()).isEqualTo(Outcome.valueOf(bundle.outcome()));
    }

    private Report report() throws Exception {
        return Triage.with(List.of())
                .answer(
                        new TriageRequest(
                                List.of(folder.toString()),
                                null,
                                List.of(),
                                null,
                                null,
                                false,
                                Map.of(),
                                1,
                                Progress.SILENT))
                .report();
    }

    private static String resource() throws IOException {
        try (InputStream stream = MixedBundlesTest.class.getResourceAsStream("mixed.txt")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
