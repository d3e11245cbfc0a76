package latchkey.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.web.server.TestBrowser.Answer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** The command as an administrator starts it for a team: one file of settings. */
final class ServeTeamTest {
    @TempDir Path folder;

    @Test
    void oneFileOfSettingsMakesAServerForATeam() throws IOException, InterruptedException {
        try (TestProvider provider = new TestProvider(InstantSource.system())) {
            // Given
            int port;
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
            Path settings =
                    Files.writeString(
                            folder.resolve("latchkey.yaml"),
                            """
                            public-url: %s
                            listen: {address: 127.0.0.1, port: %d}
                            data: %s
                            sign-in:
                              issuer: %s
                              client-id: %s
                              client-secret-env: SECRET
                              admins: [boss]
                            """
                                    .formatted(
                                            TeamServer.PUBLIC,
                                            port,
                                            folder.resolve("data"),
                                            provider.issuer(),
                                            TestProvider.CLIENT));
            Process server = serve(settings);
            try {
                String line = String.valueOf(server.inputReader().readLine());
                TestBrowser browser =
                        new TestBrowser(port, TeamServer.HOST, TeamServer.PUBLIC.toString());
                provider.signsIn(Map.of("sub", "boss", "name", "Ann"));
                // When
                Answer in = signedIn(browser);
                // Then
                assertThat(line).isEqualTo(TeamServer.PUBLIC + "/");
                assertThat(in.status()).isEqualTo(302);
                assertThat(browser.get("/api/me").json().path("admin").asBoolean()).isTrue();
                assertThat(browser.get("/").status()).isEqualTo(200);
                assertThat(
                                new TestBrowser(port, "127.0.0.1:" + port, "http://127.0.0.1")
                                        .get("/")
                                        .status())
                        .isEqualTo(421);
            } finally {
                server.destroy();
                server.waitFor();
            }
        }
    }

    private static Process serve(Path settings) throws IOException {
        ProcessBuilder command =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "latchkey.analyzer.cli.Latchkey",
                                "serve",
                                "--config",
                                settings.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        command.environment().put("SECRET", TestProvider.SECRET);
        return command.start();
    }

    private static Answer signedIn(TestBrowser browser) throws IOException, InterruptedException {
        String provider = browser.get("/sign-in").header("location").orElseThrow();
        try (HttpClient client = HttpClient.newHttpClient()) {
            String back =
                    client.send(
                                    HttpRequest.newBuilder(URI.create(provider)).build(),
                                    BodyHandlers.ofString())
                            .headers()
                            .firstValue("Location")
                            .orElseThrow();
            return browser.follow(
                    back.substring(TeamServer.PUBLIC.toString().length()), "cross-site");
        }
    }
}
