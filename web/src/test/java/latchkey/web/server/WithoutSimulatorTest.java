package latchkey.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A build without the simulator has a server with fewer pages. */
final class WithoutSimulatorTest {
    @TempDir Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.replace('\\', '/').matches(".*(/simulator/|simulator-).*"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private HttpResponse<String> get(String address, String token, String path)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void serverStartsAndSaysNothingOfPlays() throws IOException, InterruptedException {
        // Given
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                classPath(),
                                "latchkey.analyzer.cli.Latchkey",
                                "serve",
                                "--port",
                                "0",
                                "--data",
                                folder.resolve("data").toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (BufferedReader lines = process.inputReader()) {
            String line = String.valueOf(lines.readLine());
            assertThat(line).contains("/#token=");
            String address = line.substring(0, line.indexOf("/#"));
            String token = line.substring(line.indexOf("token=") + 6);
            // Then
            assertThat(get(address, token, "/").body())
                    .contains("Why is this person locked out?")
                    .doesNotContain("/simulator");
            for (String path : new String[] {"/simulator", "/training", "/api/plays"}) {
                assertThat(get(address, token, path).statusCode()).as(path).isEqualTo(404);
            }
            assertThat(get(address, token, "/api/training").statusCode()).isEqualTo(200);
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
    }
}
