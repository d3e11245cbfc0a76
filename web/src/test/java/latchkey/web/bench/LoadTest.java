package latchkey.web.bench;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.web.server.Running;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** The load of {@code bench/load} in small: nothing fails, whoever reads is answered. */
final class LoadTest {
    @TempDir Path folder;

    @Test
    void everybodyIsServedWhenSeveralHandInAtOnce()
            throws IOException, InterruptedException, ExecutionException {
        // Given
        List<Path> bundles = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            bundles.add(Bundle.write(folder.resolve("bundle-" + i + ".zip"), 300_000, i));
        }
        try (Running running = new Running(folder.resolve("data"));
                Load load = new Load(running.address(), Running.TOKEN)) {
            String old = load.handIn(Bundle.write(folder.resolve("old.zip"), 1000, -1));
            load.untilOver(old);
            // When
            Load.Result result = load.run(bundles, old);
            // Then
            assertThat(result.failures()).isEmpty();
            assertThat(result.cases()).hasSize(4).doesNotHaveDuplicates();
            assertThat(result.pages().values()).allSatisfy(times -> assertThat(times).isNotEmpty());
        }
    }
}
