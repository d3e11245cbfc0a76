package latchkey.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The unmodified JavaScript SDK, run by Node; skipped, saying why, where it cannot be had. */
final class JavaScriptClientTest {
    private static final Path HOME = Path.of("src/test/node").toAbsolutePath();

    @TempDir Path directory;

    @Test
    void resetsReadsRefusesTimesOutAndSignsInBothWays() throws Exception {
        // Given
        assumeTrue(
                run(List.of("node", "--version"), HOME, Path.of("")).code() == 0, "no node here");
        assumeTrue(isInstalled(), "npm ci could not install the SDK in src/test/node");
        try (var world = new ServedWorld(directory)) {
            // When
            var ran =
                    run(
                            List.of(
                                    "node",
                                    "client.mjs",
                                    world.directory.resolve("endpoints.json").toString()),
                            HOME,
                            directory.resolve("ca.pem"));
            // Then
            assertThat(ran.code()).as(ran.text()).isZero();
            var said = Said.JSON.readTree(ran.text().substring(ran.text().indexOf('{')));
            assertThat(said.path("made").asString()).isEqualTo("Succeeded");
            assertThat(said.path("updated").asString()).isEqualTo("2");
            assertThat(said.path("listed").asInt()).isEqualTo(1);
            assertThat(said.path("read").asString()).isEqualTo("ProvisioningState/succeeded");
            assertThat(said.path("agent").asString()).isEqualTo("Ready");
            assertThat(said.at("/weak/message").asString())
                    .contains("VMExtensionProvisioningError", "password policy requirements");
            assertThat(said.at("/version/code").asString()).isEqualTo("ArtifactVersionNotFound");
            assertThat(said.at("/version/type").asString()).isEqualTo("RestError");
            assertThat(said.at("/twice/code").asString()).isEqualTo("BadRequest");
            assertThat(said.at("/gone/code").asString()).isEqualTo("ResourceNotFound");
            assertThat(said.at("/stopped/code").asString()).isEqualTo("OperationNotAllowed");
            assertThat(said.path("running").asString()).isEqualTo("PowerState/running");
            assertThat(said.at("/silent/message").asString())
                    .contains("VMAgentStatusCommunicationError");
            assertThat(said.at("/secret/message").asString()).contains("AADSTS7000215");
            assertThat(said.path("adfs").asString()).isEqualTo("vm1");
        }
    }

    private static boolean isInstalled() throws IOException, InterruptedException {
        if (Files.isDirectory(HOME.resolve("node_modules/@azure/arm-compute"))) {
            return true;
        }
        return run(List.of("npm", "ci", "--no-progress"), HOME, Path.of("")).code() == 0;
    }

    private record Ran(int code, String text) {}

    private static Ran run(List<String> command, Path where, Path authority)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile("client", ".txt");
        try {
            var builder = new ProcessBuilder(command).directory(where.toFile());
            builder.redirectErrorStream(true).redirectOutput(out.toFile());
            if (!authority.toString().isEmpty()) {
                builder.environment().put("NODE_EXTRA_CA_CERTS", authority.toString());
            }
            var process = builder.start();
            if (!process.waitFor(4, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return new Ran(-1, Files.readString(out));
            }
            return new Ran(process.exitValue(), Files.readString(out));
        } catch (IOException e) {
            return new Ran(-1, "" + e.getMessage());
        } finally {
            Files.deleteIfExists(out);
        }
    }
}
