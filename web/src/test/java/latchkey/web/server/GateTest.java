package latchkey.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;

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

/** Attacks at the door, tried on every route the server has. */
final class GateTest {
    private static final Set<String> OPEN = Set.of("/assets/x/x");
    private static final Set<HandlerType> METHODS =
            Set.of(HandlerType.GET, HandlerType.POST, HandlerType.PUT, HandlerType.DELETE);

    @TempDir static Path folder;
    private static Running running;
    private static String cookie;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        running = new Running(folder);
        cookie =
                running.send("POST", "/api/session", new byte[0])
                        .headers()
                        .firstValue("Set-Cookie")
                        .orElseThrow()
                        .split(";")[0];
    }

    @AfterAll
    static void stop() throws IOException {
        running.close();
    }

    private record Route(String method, String path) {
        boolean changes() {
            return !method.equals("GET");
        }

        boolean isOpen() {
            return OPEN.contains(path);
        }
    }

    /** The table itself, so that a route added tomorrow is attacked tomorrow. */
    private static List<Route> routes() {
        Set<String> seen = new TreeSet<>();
        List<Route> routes = new ArrayList<>();
        running.server().javalin().unsafe.internalRouter.allHttpHandlers().stream()
                .map(parsed -> parsed.endpoint)
                .filter(endpoint -> METHODS.contains(endpoint.method))
                .forEach(
                        endpoint -> {
                            String path = endpoint.path.replaceAll("\\{[^}]*}", "x");
                            if (seen.add(endpoint.method + path)) {
                                routes.add(new Route(endpoint.method.name(), path));
                            }
                        });
        return routes;
    }

    private static int status(Route route, Map<String, String> headers) throws IOException {
        StringBuilder text =
                new StringBuilder(route.method() + " " + route.path() + " HTTP/1.1\r\n");
        if (!headers.containsKey("Host")) {
            text.append("Host: 127.0.0.1:").append(running.server().port()).append("\r\n");
        }
        headers.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        text.append("Content-Length: 0\r\nConnection: close\r\n\r\n");
        return RawRequest.status(running.server().port(), text.toString());
    }

    private static String own() {
        return "http://127.0.0.1:" + running.server().port();
    }

    private static Stream<DynamicTest> each(String attack, Attack attacked) {
        return routes().stream()
                .map(
                        route ->
                                DynamicTest.dynamicTest(
                                        attack + ": " + route.method() + " " + route.path(),
                                        () -> attacked.on(route)));
    }

    private interface Attack {
        void on(Route route) throws IOException;
    }

    @TestFactory
    Stream<DynamicTest> nobodyWithoutTokenComesIn() {
        return each(
                "no token",
                route -> {
                    int status = status(route, Map.of());
                    assertThat(status).isEqualTo(route.isOpen() ? 404 : 401);
                });
    }

    @TestFactory
    Stream<DynamicTest> wrongTokenIsNoToken() {
        return each(
                "wrong token",
                route -> {
                    int status =
                            status(
                                    route,
                                    Map.of(
                                            "Authorization",
                                            "Bearer " + "x".repeat(32),
                                            "Cookie",
                                            cookie));
                    assertThat(status).isEqualTo(route.isOpen() ? 404 : 401);
                });
    }

    @TestFactory
    Stream<DynamicTest> anotherNameOfThisHostIsNotAnswered() {
        return each(
                "rebinding",
                route -> {
                    int port = running.server().port();
                    for (String host :
                            List.of(
                                    "evil.example:" + port,
                                    "127.0.0.1",
                                    "127.0.0.1:1",
                                    "127.1:" + port,
                                    "2130706433:" + port,
                                    "0.0.0.0:" + port,
                                    "localhost.:" + port,
                                    "LOCALHOST.evil.example:" + port,
                                    "127.0.0.1:" + port + ".evil.example",
                                    "[::ffff:127.0.0.1]:" + port)) {
                        int status =
                                status(
                                        route,
                                        Map.of(
                                                "Host",
                                                host,
                                                "Authorization",
                                                "Bearer " + Running.TOKEN));
                        assertThat(status).as(host).isIn(400, 421);
                    }
                });
    }

    @TestFactory
    Stream<DynamicTest> anotherSiteIsNotAnswered() {
        return each(
                "cross-site",
                route -> {
                    for (String origin :
                            List.of(
                                    "http://evil.example",
                                    "null",
                                    "https://127.0.0.1:" + running.server().port(),
                                    own() + ".evil.example")) {
                        assertThat(
                                        status(
                                                route,
                                                Map.of(
                                                        "Cookie",
                                                        cookie,
                                                        "Origin",
                                                        origin,
                                                        "Sec-Fetch-Site",
                                                        "same-origin")))
                                .as(origin)
                                .isEqualTo(403);
                    }
                    assertThat(
                                    status(
                                            route,
                                            Map.of(
                                                    "Cookie",
                                                    cookie,
                                                    "Origin",
                                                    own(),
                                                    "Sec-Fetch-Site",
                                                    "cross-site",
                                                    "Sec-Fetch-Mode",
                                                    "cors")))
                            .isEqualTo(403);
                });
    }

    @TestFactory
    Stream<DynamicTest> whatChangesSomethingNeedsEveryProof() {
        return routes().stream()
                .filter(Route::changes)
                .map(
                        route ->
                                DynamicTest.dynamicTest(
                                        route.method() + " " + route.path(),
                                        () -> {
                                            assertThat(status(route, Map.of("Cookie", cookie)))
                                                    .isEqualTo(403);
                                            assertThat(
                                                            status(
                                                                    route,
                                                                    Map.of(
                                                                            "Cookie", cookie,
                                                                            "Origin", own())))
                                                    .isEqualTo(403);
                                            assertThat(
                                                            status(
                                                                    route,
                                                                    Map.of(
                                                                            "Cookie",
                                                                            cookie,
                                                                            "Sec-Fetch-Site",
                                                                            "same-origin")))
                                                    .isEqualTo(403);
                                        }));
    }

    @Test
    void twoHostsAreNoHost() throws IOException {
        int port = running.server().port();
        String host = "Host: 127.0.0.1:" + port + "\r\n";
        String request = "GET /assets/x/x HTTP/1.1\r\n" + host + host + "Connection: close\r\n\r\n";
        assertThat(RawRequest.status(port, request)).isIn(400, 421);
        assertThat(
                        RawRequest.status(
                                port,
                                "GET http://evil.example/assets/x/x HTTP/1.1\r\n"
                                        + host
                                        + "Connection: close\r\n\r\n"))
                .isIn(400, 421);
        assertThat(RawRequest.status(port, "GET / HTTP/1.0\r\n\r\n")).isIn(400, 421);
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

    @Test
    void everyAnswerCarriesThePolicy() throws IOException {
        for (Route route : routes()) {
            String answer =
                    RawRequest.answer(
                            running.server().port(),
                            route.method()
                                    + " "
                                    + route.path()
                                    + " HTTP/1.1\r\nHost: 127.0.0.1:"
                                    + running.server().port()
                                    + "\r\nAuthorization: Bearer "
                                    + Running.TOKEN
                                    + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            assertThat(answer)
                    .as(route.toString())
                    .contains("Content-Security-Policy: ")
                    .contains("X-Content-Type-Options: nosniff")
                    .contains("default-src 'none'")
                    .doesNotContain("unsafe-eval")
                    .doesNotContain("\tat ")
                    .doesNotContain("Exception");
        }
    }
}
