package latchkey.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.web.job.Child;
import latchkey.web.job.StalledChild;
import latchkey.web.store.Person;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Somebody watches an analysis and may not any more. */
final class EventsTest {
    @TempDir Path folder;
    private TeamServer team;
    private TestBrowser owner;
    private TestBrowser watcher;
    private Person bob;
    private String id;

    @BeforeEach
    void start() throws IOException {
        Child stalled =
                new Child(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx32m",
                                Child.QUICK,
                                "-cp",
                                System.getProperty("java.class.path"),
                                StalledChild.class.getName()),
                        Duration.ofMinutes(5),
                        1);
        team = new TeamServer(folder, List.of(), null, 0, stalled);
        bob = team.person("Bob");
        owner = team.browserOf(team.person("Ann"));
        watcher = team.browserOf(bob);
        id = owner.ask("POST", "/api/cases?name=one", "a log").json().path("id").asString();
        share("{\"person\":\"" + bob.id() + "\",\"right\":\"read\"}");
    }

    @AfterEach
    void stop() throws IOException {
        team.close();
    }

    private void share(String members) throws IOException {
        assertThat(
                        owner.ask(
                                        "PUT",
                                        "/api/cases/" + id + "/access",
                                        "{\"team\":false,\"members\":[" + members + "]}")
                                .status())
                .isEqualTo(204);
    }

    /** The stream of events, read up to the progress that the stalled process told. */
    private BufferedReader watching(Socket socket) throws IOException {
        socket.setSoTimeout(60_000);
        String request =
                "GET /api/cases/"
                        + id
                        + "/events HTTP/1.1\r\nHost: "
                        + TeamServer.HOST
                        + "\r\nCookie: "
                        + watcher.cookieHeader()
                        + "\r\nAccept: text/event-stream\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        String line = lines.readLine();
        while (line != null && !line.contains("progress")) {
            line = lines.readLine();
        }
        assertThat(line).isNotNull();
        return lines;
    }

    private Socket socket() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), team.server().port());
    }

    @Test
    void whoMayWatchHearsTheEnd() throws IOException {
        try (Socket socket = socket()) {
            // Given
            BufferedReader lines = watching(socket);
            // When
            owner.ask("POST", "/api/cases/" + id + "/cancel", "");
            // Then
            assertThat(String.join("\n", lines.lines().toList())).contains("cancelled");
        }
    }

    @Test
    void whoseRightWasTakenHearsNothingMore() throws IOException {
        try (Socket socket = socket()) {
            // Given
            BufferedReader lines = watching(socket);
            // When
            share("");
            owner.ask("POST", "/api/cases/" + id + "/cancel", "");
            // Then
            assertThat(String.join("\n", lines.lines().toList())).doesNotContain("cancelled");
        }
    }

    @Test
    void whoSignedOutHearsNothingMore() throws IOException {
        try (Socket socket = socket()) {
            // Given
            BufferedReader lines = watching(socket);
            // When
            watcher.ask("DELETE", "/api/session", "");
            owner.ask("POST", "/api/cases/" + id + "/cancel", "");
            // Then
            assertThat(String.join("\n", lines.lines().toList())).doesNotContain("cancelled");
        }
    }
}
