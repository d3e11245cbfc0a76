package latchkey.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Worlds played through the JSON door. */
final class PlayTest {
    private static final String[] JSON = {"Content-Type", "application/json"};

    @TempDir static Path folder;
    private static Running running;

    @BeforeAll
    static void start() throws IOException {
        running = new Running(folder);
    }

    @AfterAll
    static void stop() throws IOException {
        running.close();
    }

    private static HttpResponse<String> post(String path, String body)
            throws IOException, InterruptedException {
        return running.send("POST", path, Running.utf8(body), JSON);
    }

    private static JsonNode posted(String path, String body, int status)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = post(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static JsonNode play(String scenario, int seed)
            throws IOException, InterruptedException {
        return posted(
                "/api/plays", "{\"scenario\":\"" + scenario + "\",\"seed\":" + seed + "}", 201);
    }

    private static void end(JsonNode play) throws IOException, InterruptedException {
        String path = "/api/plays/" + play.path("id").asString();
        assertThat(running.send("DELETE", path, new byte[0]).statusCode()).isEqualTo(204);
        assertThat(running.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void everyScenarioIsOfferedWithItsVariants() throws IOException, InterruptedException {
        JsonNode scenarios = running.json("/api/scenarios").path("scenarios");
        assertThat(scenarios.size()).isGreaterThan(70);
        String page = running.get("/simulator").body();
        for (JsonNode scenario : scenarios) {
            assertThat(page).contains("value=\"" + scenario.path("id").asString() + "\"");
        }
    }

    @Test
    void oneSeedTellsOneStory() throws IOException, InterruptedException {
        // When
        JsonNode one = play("password-policy", 5);
        JsonNode two = play("password-policy", 5);
        // Then
        String base = "/api/plays/";
        assertThat(running.get(base + one.path("id").asString() + "/events").body())
                .contains("password-refused")
                .isEqualTo(running.get(base + two.path("id").asString() + "/events").body());
        end(one);
        end(two);
    }

    @Test
    void whatIsBrokenIsBrokenUntilItIsMended() throws IOException, InterruptedException {
        // Given
        JsonNode play = play("healthy-reset", 1);
        String base = "/api/plays/" + play.path("id").asString();
        long told = running.json(base + "/events").path("events").size();
        // When
        JsonNode broken =
                posted(
                        base + "/faults",
                        "{\"faults\":[{\"service-stopped\":{\"service\":\"TermService\"}}]}",
                        200);
        JsonNode later = running.json(base + "/events?after=" + told).path("events");
        HttpResponse<String> mended =
                running.send("DELETE", base + "/faults/service-stopped", new byte[0]);
        HttpResponse<String> twice =
                running.send("DELETE", base + "/faults/service-stopped", new byte[0]);
        // Then
        assertThat(broken.path("wrong").toString()).contains("service-stopped");
        assertThat(broken.path("truth").path("machines").toString()).contains("TermService");
        assertThat(later.toString()).contains("fault-begins");
        assertThat(mended.statusCode()).isEqualTo(200);
        assertThat(JsonMapper.shared().readTree(mended.body()).path("wrong").size()).isZero();
        assertThat(twice.statusCode()).isEqualTo(404);
        end(play);
    }

    @Test
    void bundleOfAPlayIsDiagnosedAsAnUploadIs() throws IOException, InterruptedException {
        // Given
        JsonNode play = play("password-policy", 2);
        String base = "/api/plays/" + play.path("id").asString();
        // When
        String id = posted(base + "/case", "{}", 201).path("id").asString();
        running.untilOver(id);
        // Then
        JsonNode row = running.json("/api/cases/" + id);
        JsonNode now = running.json(base);
        assertThat(row.path("cause")).isEqualTo(now.path("truth").path("cause"));
        assertThat(now.path("cases").toString()).contains(id);
        assertThat(running.get("/simulator/" + play.path("id").asString()).body())
                .contains("/c/" + id)
                .contains(">as the world<");
        end(play);
    }

    @Test
    void whatCannotBeDoneIsRefusedWithASentence() throws IOException, InterruptedException {
        JsonNode play = play("password-policy", 1);
        String base = "/api/plays/" + play.path("id").asString();
        for (String body :
                List.of(
                        "{\"steps\":[{\"nope\":{}}]}",
                        "{\"steps\":[{\"wait\":{\"for\":\"long\"}}]}",
                        "{\"steps\":[{\"chore\":{\"do\":\"grant-system\"}}]}",
                        "{\"steps\":[]}",
                        "{\"steps\":" + "[".repeat(2000) + "]".repeat(2000) + "}",
                        "{\"steps\":" + "[".repeat(400) + "]".repeat(400) + "}",
                        "{\"steps\":[{\"write-ticket\":{\"text\":\""
                                + "x".repeat(70_000)
                                + "\"}}]}",
                        "[]",
                        "{",
                        "")) {
            HttpResponse<String> answer = post(base + "/steps", body);
            assertThat(answer.statusCode())
                    .as(body.substring(0, Math.min(60, body.length())))
                    .isEqualTo(400);
            assertThat(answer.body()).contains("\"error\"");
        }
        for (String body :
                List.of(
                        "{\"scenario\":\"nope\"}",
                        "{\"scenario\":\"password-policy\",\"variant\":\"nope\"}",
                        "{\"scenario\":\"password-policy\",\"seed\":1.5}",
                        "{\"seed\":1}")) {
            assertThat(post("/api/plays", body).statusCode()).as(body).isEqualTo(400);
        }
        end(play);
    }

    @Test
    void playRunsOnlySoFar() throws IOException, InterruptedException {
        // Given
        JsonNode play = play("password-policy", 1);
        String base = "/api/plays/" + play.path("id").asString();
        // When
        JsonNode refused =
                posted(base + "/steps", "{\"steps\":[{\"wait\":{\"for\":\"P300D\"}}]}", 400);
        // Then
        assertThat(refused.path("error").asString()).contains("as far as one may");
        assertThat(running.json(base).path("over").asBoolean()).isTrue();
        assertThat(post(base + "/steps", "{\"steps\":[{\"restart\":{}}]}").statusCode())
                .isEqualTo(400);
        end(play);
    }

    @Test
    void onlySoMuchIsSaidInOnePlay() throws IOException, InterruptedException {
        // Given
        JsonNode play = play("password-policy", 1);
        String base = "/api/plays/" + play.path("id").asString();
        String ticket =
                "{\"steps\":[{\"write-ticket\":{\"text\":\"" + "x".repeat(60_000) + "\"}}]}";
        // When
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            answers.add(post(base + "/steps", ticket).statusCode());
        }
        // Then
        assertThat(answers).startsWith(200, 200).endsWith(400, 400);
        end(play);
    }

    @Test
    void onlySoManyPlaysAreOpen() throws IOException, InterruptedException {
        // When
        List<JsonNode> open = new ArrayList<>();
        HttpResponse<String> last = post("/api/plays", "{\"scenario\":\"healthy-reset\"}");
        while (last.statusCode() == 201 && open.size() < 100) {
            open.add(JsonMapper.shared().readTree(last.body()));
            last = post("/api/plays", "{\"scenario\":\"healthy-reset\"}");
        }
        // Then
        assertThat(last.statusCode()).isEqualTo(413);
        assertThat(last.body()).contains("end one");
        for (JsonNode play : open) {
            end(play);
        }
        assertThat(running.json("/api/plays").path("plays").size()).isZero();
    }
}
