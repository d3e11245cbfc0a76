package latchkey.web.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The whole job in a real browser, by mouse and by keyboard, and every page in every look. Needs
 * Node, its two packages and Chromium; {@code ./verify} puts them there, and without them this says
 * what is missing and skips.
 */
final class BrowserTest {
    private static final Path SCRIPTS = Path.of("src/test/browser");

    @TempDir Path folder;

    @Test
    void wholeJobIsDoneByMouseAndByKeyboard() throws IOException, InterruptedException {
        // Given
        String chromium = chromium();
        assumeTrue(!chromium.isEmpty(), "skipped: no Chromium on this machine");
        assumeTrue(
                Files.isDirectory(SCRIPTS.resolve("node_modules/playwright-core")),
                "skipped: 'npm ci' has not run in web/src/test/browser");
        Path sample = Files.write(folder.resolve("vm1.zip"), ApiTest.sample());
        try (Running running = new Running(folder.resolve("data"))) {
            // When
            List<String> command =
                    new ArrayList<>(
                            List.of(
                                    "node",
                                    "journey.mjs",
                                    running.address(),
                                    Running.TOKEN,
                                    System.getProperty("latchkey.pictures", ""),
                                    sample.toString()));
            ProcessBuilder node =
                    new ProcessBuilder(command)
                            .directory(SCRIPTS.toFile())
                            .redirectErrorStream(true);
            node.environment().put("CHROMIUM", chromium);
            node.environment().put("DRAW", Long.toString(Lots.drawing("applocker-blocks-handler")));
            Process process = node.start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            // Then
            assertThat(process.waitFor()).as(said).isZero();
            assertThat(said.lines().filter(line -> line.startsWith("ok ")).count())
                    .isGreaterThan(140);
        }
    }

    @Test
    void aTeamSignsInSharesAndLeaves() throws IOException, InterruptedException {
        // Given
        String chromium = chromium();
        assumeTrue(!chromium.isEmpty(), "skipped: no Chromium on this machine");
        assumeTrue(
                Files.isDirectory(SCRIPTS.resolve("node_modules/playwright-core")),
                "skipped: 'npm ci' has not run in web/src/test/browser");
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (TeamServer team =
                new TeamServer(folder.resolve("team"), List.of(), null, port, Running.CHILD)) {
            team.person("Bob");
            team.provider().signsIn(Map.of("sub", "ann-1", "name", "Ann <b>Lee</b>"));
            // When
            ProcessBuilder node =
                    new ProcessBuilder("node", "team.mjs", "http://localhost:" + port)
                            .directory(SCRIPTS.toFile())
                            .redirectErrorStream(true);
            node.environment().put("CHROMIUM", chromium);
            Process process = node.start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            // Then
            assertThat(process.waitFor()).as(said).isZero();
            assertThat(said.lines().filter(line -> line.startsWith("ok ")).count())
                    .isGreaterThan(20);
        }
    }

    private static String chromium() {
        String named = System.getenv("CHROMIUM");
        return Stream.of(
                        named == null ? "" : named,
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .filter(path -> !path.isEmpty() && Files.isExecutable(Path.of(path)))
                .findFirst()
                .orElse("");
    }
}
