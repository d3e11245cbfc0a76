package latchkey.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Attacks at the door, tried on every route the server has, whoever is let in and how. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class GateAttacks {
    private static final Set<HandlerType> METHODS =
            Set.of(HandlerType.GET, HandlerType.POST, HandlerType.PUT, HandlerType.DELETE);

    abstract WebServer server();

    /** The one name this server goes by. */
    abstract String host();

    abstract String own();

    /** The cookie of somebody who is in. */
    abstract String cookie();

    /** Headers of somebody who is in, from a page of ours. */
    abstract Map<String, String> in();

    /** What answers to everybody, with the status it has then. */
    abstract Map<String, Integer> open();

    final int port() {
        return server().port();
    }

    record Route(String method, String path) {
        boolean changes() {
            return !method.equals("GET");
        }
    }

    /** The table itself, so that a route added tomorrow is attacked tomorrow. */
    final List<Route> routes() {
        Set<String> seen = new TreeSet<>();
        List<Route> routes = new ArrayList<>();
        server().javalin().unsafe.internalRouter.allHttpHandlers().stream()
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

    final int status(Route route, Map<String, String> headers) throws IOException {
        StringBuilder text =
                new StringBuilder(route.method() + " " + route.path() + " HTTP/1.1\r\n");
        if (!headers.containsKey("Host")) {
            text.append("Host: ").append(host()).append("\r\n");
        }
        headers.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        text.append("Content-Length: 0\r\nConnection: close\r\n\r\n");
        return RawRequest.status(port(), text.toString());
    }

    /** The same name, but the other way to it. */
    private String otherScheme() {
        return own().startsWith("https:")
                ? own().replace("https:", "http:")
                : own().replace("http:", "https:");
    }

    private Stream<DynamicTest> each(String attack, Attack attacked) {
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

    private int expected(Route route) {
        return open().getOrDefault(route.path(), 401);
    }

    @TestFactory
    Stream<DynamicTest> nobodyWithoutTokenComesIn() {
        return each(
                "no token",
                route -> {
                    int status = status(route, Map.of());
                    assertThat(status).isEqualTo(expected(route));
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
                                            cookie()));
                    assertThat(status).isEqualTo(expected(route));
                });
    }

    @TestFactory
    Stream<DynamicTest> anotherNameOfThisHostIsNotAnswered() {
        return each(
                "rebinding",
                route -> {
                    int port = port();
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
                        Map<String, String> headers = new java.util.TreeMap<>(in());
                        headers.put("Host", host);
                        int status = status(route, headers);
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
                                    otherScheme(),
                                    "http://127.0.0.1:1",
                                    own() + ".evil.example")) {
                        assertThat(
                                        status(
                                                route,
                                                Map.of(
                                                        "Cookie",
                                                        cookie(),
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
                                                    cookie(),
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
                                            assertThat(status(route, Map.of("Cookie", cookie())))
                                                    .isEqualTo(403);
                                            assertThat(
                                                            status(
                                                                    route,
                                                                    Map.of(
                                                                            "Cookie", cookie(),
                                                                            "Origin", own())))
                                                    .isEqualTo(403);
                                            assertThat(
                                                            status(
                                                                    route,
                                                                    Map.of(
                                                                            "Cookie",
                                                                            cookie(),
                                                                            "Sec-Fetch-Site",
                                                                            "same-origin")))
                                                    .isEqualTo(403);
                                        }));
    }

    @Test
    void twoHostsAreNoHost() throws IOException {
        int port = port();
        String host = "Host: " + host() + "\r\n";
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
    void everyAnswerCarriesThePolicy() throws IOException {
        StringBuilder lines = new StringBuilder();
        in().forEach((name, value) -> lines.append(name + ": " + value + "\r\n"));
        for (Route route : routes()) {
            String answer =
                    RawRequest.answer(
                            port(),
                            route.method()
                                    + " "
                                    + route.path()
                                    + " HTTP/1.1\r\nHost: "
                                    + host()
                                    + "\r\n"
                                    + lines
                                    + "Content-Length: 0\r\nConnection: close\r\n\r\n");
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
