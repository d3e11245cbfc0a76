package latchkey.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;

import latchkey.web.server.TestBrowser.Answer;
import latchkey.web.store.CaseFile;
import latchkey.web.store.Person;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Who gets at a case: every route of the table, for everybody there is. */
final class AccessTest {
    private static final String WORD = "walrus-canary-5521";
    private static final Set<HandlerType> METHODS =
            Set.of(HandlerType.GET, HandlerType.POST, HandlerType.PUT, HandlerType.DELETE);
    private static final Set<String> OWNERS =
            Set.of(
                    "DELETE /api/cases/{id}",
                    "PUT /api/cases/{id}/access",
                    "PUT /api/cases/{id}/keep");

    @TempDir static Path folder;
    private static TeamServer team;
    private static TestBrowser owner;
    private static TestBrowser writer;
    private static TestBrowser reader;
    private static TestBrowser stranger;
    private static TestBrowser admin;
    private static String id;
    private static String hash;
    private static String upload;

    @BeforeAll
    static void start() throws IOException {
        team = new TeamServer(folder);
        Person ann = team.person("Ann");
        Person bob = team.person("Bob");
        Person cleo = team.person("Cleo");
        owner = team.browserOf(ann);
        writer = team.browserOf(bob);
        reader = team.browserOf(cleo);
        stranger = team.browserOf(team.person("Eve"));
        admin = team.browserOf(team.person("Root").asAdmin(true));
        id = analysed(owner, WORD);
        hash =
                team.vault().cases().files(id).stream()
                        .map(CaseFile::hash)
                        .findFirst()
                        .orElseThrow();
        upload =
                owner.ask("POST", "/api/uploads?name=" + WORD + "&size=10", "")
                        .json()
                        .path("id")
                        .asString();
        share(id, member(bob, "write") + "," + member(cleo, "read"), false);
        owner.ask("POST", "/api/cases/" + id + "/notes", "{\"text\":\"" + WORD + "\"}");
    }

    @AfterAll
    static void stop() throws IOException {
        team.close();
    }

    private static String analysed(TestBrowser who, String name) throws IOException {
        String text =
                "2026-10-06T07:06:48Z [Error]: The password does not meet the password policy"
                        + " requirements. "
                        + name;
        Answer made = who.ask("POST", "/api/cases?name=" + name, text);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String fresh = made.json().path("id").asString();
        events(who, fresh);
        assertThat(team.vault().cases().result(fresh)).isPresent();
        return fresh;
    }

    /** Ends when the analysis does. */
    private static Answer events(TestBrowser who, String of) throws IOException {
        return who.send(
                "GET",
                "/api/cases/" + of + "/events",
                "",
                Map.of("Accept", "text/event-stream", "Sec-Fetch-Site", "same-origin"));
    }

    private static String member(Person who, String right) {
        return "{\"person\":\"" + who.id() + "\",\"right\":\"" + right + "\"}";
    }

    private static Answer share(String of, String members, boolean withAll) throws IOException {
        return owner.ask(
                "PUT",
                "/api/cases/" + of + "/access",
                "{\"team\":" + withAll + ",\"members\":[" + members + "]}");
    }

    private record Route(String method, String pattern) {
        String path(String caseId) {
            return pattern.replace("{id}", caseId)
                    .replace("{hash}", hash)
                    .replace("{format}", "json")
                    .replace("{n}", "1")
                    .replaceAll("\\{[^}]*}", "1");
        }

        boolean changes() {
            return !method.equals("GET");
        }

        boolean isOwners() {
            return OWNERS.contains(method + " " + pattern);
        }

        int status(TestBrowser who) throws IOException {
            return who.ask(method, path(id), "").status();
        }
    }

    /** Every route that names a case, so that one added tomorrow is tried tomorrow. */
    private static List<Route> routes(String holding) {
        Set<String> seen = new TreeSet<>();
        List<Route> routes = new ArrayList<>();
        team.server().javalin().unsafe.internalRouter.allHttpHandlers().stream()
                .map(parsed -> parsed.endpoint)
                .filter(endpoint -> METHODS.contains(endpoint.method))
                .filter(endpoint -> endpoint.path.contains(holding))
                .forEach(
                        endpoint -> {
                            if (seen.add(endpoint.method + endpoint.path)) {
                                routes.add(new Route(endpoint.method.name(), endpoint.path));
                            }
                        });
        assertThat(routes).isNotEmpty();
        return routes;
    }

    private static Stream<DynamicTest> each(List<Route> routes, Attempt attempt) {
        return routes.stream()
                .map(
                        route ->
                                DynamicTest.dynamicTest(
                                        route.method() + " " + route.pattern(),
                                        () -> attempt.on(route)));
    }

    private interface Attempt {
        void on(Route route) throws IOException;
    }

    @TestFactory
    Stream<DynamicTest> forAStrangerThereIsNoSuchCase() {
        return each(
                routes("{id}"),
                route -> {
                    Answer answer = stranger.ask(route.method(), route.path(id), "");
                    Answer nothing = stranger.ask(route.method(), route.path("2".repeat(16)), "");
                    assertThat(answer.status()).isEqualTo(404);
                    assertThat(answer.body()).isEqualTo(nothing.body()).doesNotContain(WORD);
                });
    }

    @TestFactory
    Stream<DynamicTest> whoIsNotInSeesNothing() {
        return each(
                routes("{id}"), route -> assertThat(route.status(team.browser())).isIn(401, 403));
    }

    @TestFactory
    Stream<DynamicTest> aReaderReadsAndChangesNothing() {
        return each(
                ofCases(),
                route ->
                        assertThat(route.status(reader))
                                .matches(
                                        status ->
                                                route.changes()
                                                        ? status == 403
                                                        : status == 200 || status == 409));
    }

    @TestFactory
    Stream<DynamicTest> aWriterChangesButDoesNotDecide() {
        return each(
                ofCases(),
                route -> {
                    if (route.isOwners()) {
                        assertThat(route.status(writer)).isEqualTo(403);
                    } else {
                        assertThat(route.status(writer)).isNotIn(401, 403, 404, 500);
                    }
                });
    }

    @TestFactory
    Stream<DynamicTest> ownerAndAdministratorDoAll() {
        return each(
                ofCases().stream().filter(route -> !route.method().equals("DELETE")).toList(),
                route -> {
                    assertThat(route.status(owner)).isNotIn(401, 403, 404, 500);
                    assertThat(route.status(admin)).isNotIn(401, 403, 404, 500);
                });
    }

    private static List<Route> ofCases() {
        return routes("{id}").stream()
                .filter(route -> route.pattern().matches("(/api/cases|/c)/\\{id}.*"))
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> anUploadBelongsToWhoeverSendsIt() {
        return each(
                routes("/api/uploads/{id}"),
                route ->
                        assertThat(writer.ask(route.method(), route.path(upload), "").status())
                                .isEqualTo(404));
    }

    @Test
    void nobodyMakesACaseOfTheUploadOfAnother() throws IOException {
        Answer answer = stranger.ask("POST", "/api/cases?uploads=" + upload, "");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(owner.get("/api/uploads/" + upload).status()).isEqualTo(200);
    }

    @Test
    void listsSearchAndCountsHoldOnlyWhatOneMaySee() throws IOException {
        for (String path :
                List.of(
                        "/",
                        "/?q=walrus",
                        "/?q=password",
                        "/?q=outcome:cause-found",
                        "/?outcome=cause-found",
                        "/?q=id:" + id,
                        "/compare",
                        "/compare?before=" + id + "&after=" + id,
                        "/api/cases",
                        "/api/cases?q=password",
                        "/api/cases?q=*:*",
                        "/api/cases?q=note:walrus")) {
            String seen = stranger.get(path).body();
            assertThat(seen.replace("q=id:" + id, "").replace("id:" + id, ""))
                    .as(path)
                    .doesNotContain(WORD)
                    .doesNotContain("/c/" + id)
                    .doesNotContain("value=\"" + id)
                    .doesNotContain("<b>1</b>");
        }
        assertThat(reader.get("/api/cases?q=walrus").body()).contains(id);
        assertThat(reader.get("/").body()).contains(id);
    }

    @Test
    void earlierCasesLikeThisAreThoseOneMaySee() throws IOException {
        // When
        String own = analysed(stranger, "otter");
        // Then
        assertThat(team.vault().cases().find(own).orElseThrow().verdict()).isNotNull();
        assertThat(stranger.get("/c/" + own).body()).doesNotContain(id).doesNotContain(WORD);
        stranger.ask("DELETE", "/api/cases/" + own, "");
    }

    @Test
    void sharingIsTakenBackAtOnceAndWrittenDown() throws IOException {
        // Given
        String fresh = analysed(owner, "heron");
        Person eve = team.person("Eve");
        // When / Then
        assertThat(share(fresh, member(eve, "read"), false).status()).isEqualTo(204);
        assertThat(stranger.get("/c/" + fresh).status()).isEqualTo(200);
        assertThat(stranger.get("/api/cases?q=heron").body()).contains(fresh);
        assertThat(share(fresh, "", true).status()).isEqualTo(204);
        assertThat(stranger.get("/api/cases/" + fresh + "/access").json().path("yours").asString())
                .isEqualTo("read");
        assertThat(share(fresh, "", false).status()).isEqualTo(204);
        assertThat(stranger.get("/c/" + fresh).status()).isEqualTo(404);
        assertThat(stranger.get("/api/cases?q=heron").body()).doesNotContain(fresh);
        assertThat(
                        owner.get("/api/cases/" + fresh + "/activity")
                                .json()
                                .path("activity")
                                .toString())
                .contains("\"actor\":\"Ann\"")
                .contains("let Eve read")
                .contains("let the team read")
                .contains("no longer lets the team read");
    }

    @Test
    void sharingWithNobodyKnownIsRefused() throws IOException {
        for (String members :
                List.of(
                        "{\"person\":\"nobody\",\"right\":\"read\"}",
                        "{\"person\":\"\"}",
                        member(team.person("Bob"), "own"),
                        "1")) {
            assertThat(share(id, members, false).status()).as(members).isEqualTo(400);
        }
        assertThat(owner.ask("PUT", "/api/cases/" + id + "/access", "{\"team\":1}").status())
                .isEqualTo(400);
        assertThat(writer.get("/c/" + id).status()).isEqualTo(200);
    }

    @Test
    void aCaseCanBeHandedOver() throws IOException {
        // Given
        String fresh = analysed(owner, "ibis");
        Person bob = team.person("Bob");
        // When
        Answer answer =
                owner.ask(
                        "PUT",
                        "/api/cases/" + fresh + "/access",
                        "{\"team\":false,\"owner\":\"" + bob.id() + "\"}");
        // Then
        assertThat(answer.status()).isEqualTo(204);
        assertThat(owner.get("/c/" + fresh).status()).isEqualTo(404);
        assertThat(writer.ask("DELETE", "/api/cases/" + fresh, "").status()).isEqualTo(204);
    }

    @Test
    void otherSpellingsOfAnAddressLeadNowhere() throws IOException {
        String encoded = "%" + Integer.toHexString(id.charAt(0)) + id.substring(1);
        for (String path :
                List.of(
                        "/c/" + id + "/",
                        "/c//" + id,
                        "/C/" + id,
                        "/c/" + encoded,
                        "/c/" + id + ";a=b",
                        "/c/./" + id,
                        "/assets/../c/" + id,
                        "/assets/..%2fc/" + id,
                        "/api/cases/" + id + "/report/",
                        "/api/cases/" + encoded + "/report",
                        "/api/cases/" + id + ";a/report",
                        "/api/cases/" + id + "//report",
                        "/api//cases/" + id + "/report",
                        "/api/cases/" + id + "/../" + id + "/report",
                        "/api/cases/" + id + "%2freport",
                        "/api/cases/" + id + "/report?id=" + id,
                        "/api/cases/" + id.toUpperCase(java.util.Locale.ROOT) + "/report")) {
            Answer answer = stranger.get(path);
            assertThat(answer.status()).as(path).isIn(400, 404);
            assertThat(answer.body())
                    .as(path)
                    .doesNotContain(WORD)
                    .doesNotContain("password-policy");
        }
    }

    @Test
    void pageOfAReaderHasNoButtonsThatWouldFail() throws IOException {
        assertThat(owner.get("/c/" + id).body()).contains("access-form").contains("note-form");
        assertThat(writer.get("/c/" + id).body())
                .doesNotContain("access-form")
                .contains("note-form");
        assertThat(reader.get("/c/" + id).body())
                .doesNotContain("access-form")
                .doesNotContain("keep-form")
                .doesNotContain("note-form")
                .doesNotContain("data-delete")
                .contains("You may read this case");
    }
}
