package latchkey.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.web.server.TestBrowser.Answer;
import latchkey.web.store.Person;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/** Scripts that come in with the token of a person. */
final class TokenTest {
    @TempDir static Path folder;
    private static TeamServer team;

    @BeforeAll
    static void start() throws IOException {
        team = new TeamServer(folder);
    }

    @AfterAll
    static void stop() throws IOException {
        team.close();
    }

    private static Answer make(TestBrowser who) throws IOException {
        return who.ask("POST", "/api/tokens", "{\"name\":\"nightly\"}");
    }

    /** Without a cookie, an origin or anything else of a browser. */
    private static Answer script(String token, String method, String path, String body)
            throws IOException {
        return team.browser()
                .send(
                        method,
                        path,
                        body,
                        Map.of(
                                "Authorization",
                                "Bearer " + token,
                                "Content-Type",
                                body.startsWith("{") ? "application/json" : "text/plain"));
    }

    @Test
    void scriptHandsInAndReadsAsItsPerson() throws IOException {
        // Given
        Person ann = team.person("Ann");
        String token = make(team.browserOf(ann)).json().path("token").asString();
        // When
        Answer made = script(token, "POST", "/api/cases?name=one", "some log");
        // Then
        assertThat(made.status()).isEqualTo(201);
        String id = made.json().path("id").asString();
        assertThat(script(token, "GET", "/api/cases/" + id, "").json().path("owner").asString())
                .isEqualTo(ann.id());
        String other = make(team.browserOf(team.person("Bob"))).json().path("token").asString();
        assertThat(script(other, "GET", "/api/cases/" + id, "").status()).isEqualTo(404);
    }

    @Test
    void tokenOfAnAdministratorIsAnOrdinaryOne() throws IOException {
        TestBrowser root = team.browserOf(team.person("Root").asAdmin(true));
        String token = make(root).json().path("token").asString();
        assertThat(script(token, "GET", "/api/me", "").json().path("admin").asBoolean()).isFalse();
    }

    @Test
    void tokenMakesAndTakesBackNoTokens() throws IOException {
        Answer made = make(team.browserOf(team.person("Cleo")));
        String token = made.json().path("token").asString();
        String id = made.json().path("id").asString();
        assertThat(script(token, "POST", "/api/tokens", "{\"name\":\"more\"}").status())
                .isEqualTo(403);
        assertThat(script(token, "DELETE", "/api/tokens/" + id, "").status()).isEqualTo(403);
        assertThat(script(token, "GET", "/api/tokens", "").body())
                .contains("nightly")
                .doesNotContain(token);
    }

    @Test
    void takenBackOrOutOfTimeItOpensNothing() throws IOException {
        // Given
        TestBrowser dan = team.browserOf(team.person("Dan"));
        Answer first = make(dan);
        String second = make(dan).json().path("token").asString();
        String id = first.json().path("id").asString();
        TestBrowser eve = team.browserOf(team.person("Eve"));
        assertThat(eve.ask("DELETE", "/api/tokens/" + id, "").status()).isEqualTo(404);
        // When
        assertThat(dan.ask("DELETE", "/api/tokens/" + id, "").status()).isEqualTo(204);
        // Then
        String token = first.json().path("token").asString();
        assertThat(script(token, "GET", "/api/me", "").status()).isEqualTo(401);
        assertThat(script(second, "GET", "/api/me", "").status()).isEqualTo(200);
        team.clock().pass(Duration.ofDays(90));
        assertThat(script(second, "GET", "/api/me", "").status()).isEqualTo(401);
    }

    @Test
    void noSecretLiesOnTheDisk() throws IOException {
        String token = make(team.browserOf(team.person("Fay"))).json().path("token").asString();
        assertThat(token).hasSize(32);
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(token);
            }
        }
    }

    @Test
    void thereIsAnEndToHowManyOneMakes() throws IOException {
        TestBrowser many = team.browserOf(team.person("Many"));
        for (int i = 0; i < 20; i++) {
            assertThat(make(many).status()).isEqualTo(201);
        }
        assertThat(make(many).status()).isEqualTo(409);
        assertThat(many.ask("POST", "/api/tokens", "{\"name\":\"\"}").status()).isEqualTo(400);
    }
}
