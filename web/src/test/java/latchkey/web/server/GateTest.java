package latchkey.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The door of a server for one person: a token, or a cookie made with it. */
final class GateTest extends GateAttacks {
    @TempDir static Path folder;
    private Running running;
    private String cookie;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        running = new Running(folder);
        cookie =
                running.send("POST", "/api/session", new byte[0])
                        .headers()
                        .firstValue("Set-Cookie")
                        .orElseThrow()
                        .split(";")[0];
    }

    @AfterAll
    void stop() throws IOException {
        running.close();
    }

    @Override
    WebServer server() {
        return running.server();
    }

    @Override
    String host() {
        return "127.0.0.1:" + port();
    }

    @Override
    String own() {
        return "http://" + host();
    }

    @Override
    String cookie() {
        return cookie;
    }

    @Override
    Map<String, String> in() {
        return Map.of("Authorization", "Bearer " + Running.TOKEN);
    }

    @Override
    Map<String, Integer> open() {
        return Map.of("/assets/x/x", 404);
    }

    @Test
    void cookieCannotBeReadByScriptsOrSentByOtherSites() throws IOException, InterruptedException {
        String set =
                running.send("POST", "/api/session", new byte[0])
                        .headers()
                        .firstValue("Set-Cookie")
                        .orElseThrow();
        assertThat(set)
                .contains("HttpOnly")
                .containsIgnoringCase("SameSite=Strict")
                .doesNotContain(Running.TOKEN);
    }

    @Test
    void sessionEndsWhenItIsEnded() throws IOException, InterruptedException {
        String own =
                running.send("POST", "/api/session", new byte[0])
                        .headers()
                        .firstValue("Set-Cookie")
                        .orElseThrow()
                        .split(";")[0];
        Route home = new Route("GET", "/api/cases");
        Map<String, String> proof =
                Map.of("Cookie", own, "Origin", own(), "Sec-Fetch-Site", "same-origin");
        assertThat(status(home, Map.of("Cookie", own))).isEqualTo(200);
        assertThat(status(new Route("DELETE", "/api/session"), proof)).isEqualTo(204);
        assertThat(status(home, Map.of("Cookie", own))).isEqualTo(401);
    }
}
