package latchkey.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.web.store.Person;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The door of a server for a team: the cookie of whoever signed in, and no token at all. */
final class TeamGateTest extends GateAttacks {
    @TempDir static Path folder;
    private TeamServer team;
    private Person ann;

    @BeforeAll
    void start() throws IOException {
        team = new TeamServer(folder);
        ann = team.person("Ann");
    }

    @AfterAll
    void stop() throws IOException {
        team.close();
    }

    @Override
    WebServer server() {
        return team.server();
    }

    @Override
    String host() {
        return TeamServer.HOST;
    }

    @Override
    String own() {
        return TeamServer.PUBLIC.toString();
    }

    @Override
    String cookie() {
        return team.browserOf(ann).cookieHeader();
    }

    @Override
    Map<String, String> in() {
        return Map.of("Cookie", cookie(), "Origin", own(), "Sec-Fetch-Site", "same-origin");
    }

    @Override
    Map<String, Integer> open() {
        return Map.of("/assets/x/x", 404, "/sign-in", 302, "/sign-in/callback", 403);
    }

    @Test
    void thereIsNoTokenToComeInWith() throws IOException {
        TestBrowser browser = team.browser();
        var answer =
                browser.send(
                        "POST",
                        "/api/session",
                        "",
                        Map.of("Authorization", "Bearer " + Running.TOKEN));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(browser.cookies()).isEmpty();
    }
}
