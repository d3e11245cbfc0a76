package latchkey.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A sealed verdict is looked for behind every route, before and after its seal is broken. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class TrainingTest {
    private static final String[] JSON = {"Content-Type", "application/json"};

    private static final String CAUSE = "applocker-blocks-handler";
    private static final long SEED = Lots.drawing(CAUSE);

    @TempDir static Path folder;
    private static Running running;
    private static String id;
    private static String twin;
    private static String events;
    private static Map<String, String> before;
    private static List<String> secrets;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        running = new Running(folder);
        twin = openTwin();
        before = answersOfRoutesWithoutCase();
        id = post("/api/training", "{\"seed\":" + SEED + "}").path("id").asString();
        events = running.untilOver(id);
        secrets = secrets();
    }

    @AfterAll
    static void stop() throws IOException {
        running.close();
    }

    private static JsonNode post(String path, String body)
            throws IOException, InterruptedException {
        return JsonMapper.shared()
                .readTree(running.send("POST", path, Running.utf8(body), JSON).body());
    }

    /** The same bundle without a seal: what it says is what must not be said of the other. */
    private static String openTwin() throws IOException, InterruptedException {
        JsonNode play =
                post("/api/plays", "{\"scenario\":\"" + CAUSE + "\",\"seed\":" + SEED + "}");
        String made =
                post("/api/plays/" + play.path("id").asString() + "/case", "{}")
                        .path("id")
                        .asString();
        running.untilOver(made);
        return made;
    }

    /** Words of the verdict, the fixes and the story; none of them stands in a log. */
    private static List<String> secrets() throws IOException, InterruptedException {
        JsonNode report = running.json("/api/cases/" + twin + "/report");
        JsonNode cause = report.path("causes").path(0);
        assertThat(cause.path("cause").asString()).isEqualTo(CAUSE);
        List<String> words = new ArrayList<>();
        words.add(CAUSE);
        words.add("cause-found");
        words.add("AppLocker allows nothing below");
        words.add(cause.path("title").asString());
        words.add(cause.path("rule").asString());
        words.add(cause.path("evidence").path(0).path("says").asString());
        report.path("symptoms").forEach(one -> words.add(one.path("rule").asString()));
        cause.path("fixes").forEach(one -> words.add(one.path("goal").asString()));
        words.removeIf(String::isBlank);
        return words;
    }

    private static List<String> paths() {
        return running.server().javalin().unsafe.internalRouter.allHttpHandlers().stream()
                .map(parsed -> parsed.endpoint)
                .filter(endpoint -> endpoint.method.name().equals("GET"))
                .map(endpoint -> endpoint.path)
                .distinct()
                .toList();
    }

    /** Routes that name no case tell the same before a case is drawn and after. */
    private static Map<String, String> answersOfRoutesWithoutCase()
            throws IOException, InterruptedException {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String path : paths()) {
            boolean isList = path.equals("/") || path.equals("/api/cases");
            if (!path.contains("{") && !isList) {
                answers.put(path, running.get(path).body());
            }
        }
        return answers;
    }

    private static List<String> filled(String path) throws IOException, InterruptedException {
        List<String> made = new ArrayList<>();
        String one = path.replace("{id}", id);
        if (one.contains("{hash}")) {
            for (JsonNode file : running.json("/api/cases/" + id + "/files").path("files")) {
                made.add(one.replace("{hash}", file.path("hash").asString()));
            }
        } else if (one.contains("{format}")) {
            for (String form : List.of("text", "json", "md", "html", "sarif", "junit")) {
                made.add(one.replace("{format}", form));
                made.add(one.replace("{format}", form) + "?redact=on&download=no");
            }
        } else if (one.contains("{n}")) {
            made.addAll(List.of(one.replace("{n}", "1"), one.replace("{n}", secrets.get(4))));
        } else {
            made.add(one);
            made.add(one + "?redact=on");
        }
        return made;
    }

    /** What can be chosen names every cause there is, and so tells nothing. */
    private static String withoutChoices(String page) {
        int from = page.indexOf("<form id=\"answer-form\"");
        int to = page.indexOf("</form>", from);
        return from < 0 ? page : page.substring(0, from) + page.substring(to);
    }

    @Test
    @Order(1)
    void noRouteTellsWhatIsSealed() throws IOException, InterruptedException {
        assertThat(events).contains("done").doesNotContain("verdict");
        int asked = 0;
        for (String path : paths()) {
            if (!path.contains("{id}") || path.startsWith("/api/uploads")) {
                continue;
            }
            for (String one : filled(path)) {
                String body = withoutChoices(running.get(one).body());
                assertThat(body).as(one).doesNotContain(secrets);
                asked++;
            }
        }
        assertThat(asked).isGreaterThan(40);
        assertThat(running.get("/c/" + id).body()).contains("Break the seal").contains("sealed");
    }

    @Test
    @Order(1)
    void routesWithoutACaseTellTheSameAsBefore() throws IOException, InterruptedException {
        for (Map.Entry<String, String> one : before.entrySet()) {
            assertThat(running.get(one.getKey()).body()).as(one.getKey()).isEqualTo(one.getValue());
        }
    }

    @Test
    @Order(1)
    void searchAndListsKnowNothingOfIt() throws IOException, InterruptedException {
        for (String query :
                List.of(
                        "cause:" + CAUSE,
                        "outcome:cause*",
                        "rule:" + secrets.get(4),
                        "verdict:rule*",
                        "evidence:*",
                        "machine:vm1")) {
            String asked = query.replace(" ", "+");
            assertThat(running.get("/api/cases?q=" + asked).body()).as(query).doesNotContain(id);
            assertThat(running.get("/?q=" + asked).body()).as(query).doesNotContain(id);
        }
        assertThat(running.get("/?outcome=cause-found").body()).doesNotContain("/c/" + id);
        JsonNode row = running.json("/api/cases/" + id);
        for (String field : List.of("outcome", "cause", "headline", "machine")) {
            assertThat(row.path(field).isNull()).as(field).isTrue();
        }
    }

    @Test
    @Order(1)
    void casesOfTheSameCauseDoNotPointAtIt() throws IOException, InterruptedException {
        assertThat(running.get("/c/" + twin).body()).doesNotContain("/c/" + id);
        assertThat(running.get("/c/" + id).body()).doesNotContain("/c/" + twin);
        assertThat(running.get("/compare?before=" + twin + "&after=" + id).body())
                .doesNotContain("/c/" + id)
                .doesNotContain("Still there");
    }

    @Test
    @Order(2)
    void answerThatIsNoneBreaksNoSeal() throws IOException, InterruptedException {
        String path = "/api/cases/" + id + "/answer";
        for (String body : List.of("{\"cause\":\"nope\"}", "{}", "[]", "")) {
            assertThat(running.send("POST", path, Running.utf8(body), JSON).statusCode())
                    .as(body)
                    .isEqualTo(400);
        }
        assertThat(
                        running.send(
                                        "POST",
                                        "/api/cases/" + twin + "/answer",
                                        Running.utf8("{\"cause\":\"" + CAUSE + "\"}"),
                                        JSON)
                                .statusCode())
                .isEqualTo(409);
        assertThat(running.get("/api/cases/" + id + "/report").statusCode()).isEqualTo(409);
    }

    @Test
    @Order(3)
    void answerOpensEverythingAndCounts() throws IOException, InterruptedException {
        // When
        String path = "/api/cases/" + id + "/answer";
        JsonNode answer = post(path, "{\"cause\":\"domain-controller\"}");
        HttpResponse<String> again =
                running.send("POST", path, Running.utf8("{\"cause\":\"" + CAUSE + "\"}"), JSON);
        // Then
        assertThat(answer.path("right").asBoolean()).isFalse();
        assertThat(answer.path("answer").asString()).isEqualTo(CAUSE);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(
                        running.json("/api/cases/" + id + "/report")
                                .path("causes")
                                .path(0)
                                .path("cause")
                                .asString())
                .isEqualTo(CAUSE);
        assertThat(running.get("/api/cases?q=cause:" + CAUSE).body()).contains(id);
        assertThat(running.get("/c/" + id).body())
                .contains("Why not what you named")
                .contains("AppLocker allows nothing below");
        assertThat(running.json("/api/training").path("answered").asInt()).isEqualTo(1);
        assertThat(running.json("/api/training").path("right").asInt()).isZero();
        assertThat(running.get("/training").body()).contains("0 of 1 right");
    }

    @Test
    @Order(4)
    void rightAnswerIsRight() throws IOException, InterruptedException {
        // Given
        String other = post("/api/training", "{\"seed\":" + SEED + "}").path("id").asString();
        running.untilOver(other);
        // When
        JsonNode answer = post("/api/cases/" + other + "/answer", "{\"cause\":\"" + CAUSE + "\"}");
        // Then
        assertThat(answer.path("right").asBoolean()).isTrue();
        assertThat(running.get("/training").body()).contains("1 of 2 right");
        assertThat(running.get("/c/" + other).body()).contains(">right<");
    }
}
