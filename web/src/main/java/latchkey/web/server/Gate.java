package latchkey.web.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpResponseException;
import io.javalin.http.SameSite;
import io.javalin.http.UnauthorizedResponse;

import latchkey.web.access.Asking;
import latchkey.web.store.Person;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Stands before every route, known or not. First the host (against rebinding), then whether the
 * request comes from a page of ours, then who asks. What is not opened here is closed.
 */
final class Gate {
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Set<String> OPEN = Set.of("/assets/", "/favicon.ico");
    private static final Set<String> WAY_IN = Set.of("/sign-in", "/sign-in/callback");
    private static final String BEARER = "Bearer ";
    private static final int MISDIRECTED = 421;

    private final Access access;
    private final SessionCookie cookie;
    private volatile Set<String> hosts = Set.of();

    Gate(Access access) {
        this.access = access;
        this.cookie =
                new SessionCookie(
                        "",
                        "/",
                        access instanceof Access.Team ? SameSite.LAX : SameSite.STRICT,
                        access.isSecure());
    }

    void register(RoutesConfig routes) {
        routes.before(this::check);
        routes.delete("/api/session", this::close);
        switch (access) {
            case Access.Token token -> routes.post("/api/session", this::open);
            case Access.Team team -> new SignInDoor(team, this).register(routes);
        }
    }

    void listensOn(int port) {
        hosts = access.hosts(port);
    }

    private void check(Context ctx) {
        String host = host(ctx);
        requireOwnOrigin(ctx, access.origin(host));
        if (isOpen(ctx.path())) {
            return;
        }
        String authorization = ctx.header("Authorization");
        if (authorization != null) {
            requireToken(ctx, authorization);
        } else {
            requireSession(ctx);
        }
    }

    private boolean isOpen(String path) {
        boolean isWayIn = access instanceof Access.Team && WAY_IN.contains(path);
        return isWayIn
                || OPEN.stream()
                        .anyMatch(
                                open ->
                                        open.endsWith("/")
                                                ? path.startsWith(open)
                                                : path.equals(open));
    }

    private String host(Context ctx) {
        // Jetty refuses a second Host, and one that differs from an absolute request line.
        String given = ctx.header("Host");
        if (given == null || !hosts.contains(given)) {
            throw new HttpResponseException(
                    MISDIRECTED, "This server does not go by that name.", Map.of());
        }
        return given;
    }

    /** A browser says where a request comes from; what another site asks for is not answered. */
    private static void requireOwnOrigin(Context ctx, String own) {
        String origin = ctx.header("Origin");
        if (origin != null && !origin.equals(own)) {
            throw new ForbiddenResponse("Requests of other sites are not answered.");
        }
        String site = ctx.header("Sec-Fetch-Site");
        boolean isNavigation =
                Objects.equals(ctx.header("Sec-Fetch-Mode"), "navigate")
                        && READING.contains(ctx.method().name())
                        && !ctx.path().startsWith("/api/");
        boolean isOwn = site == null || site.equals("same-origin") || site.equals("none");
        if (!isOwn && !isNavigation) {
            throw new ForbiddenResponse("Requests of other sites are not answered.");
        }
    }

    private void requireToken(Context ctx, String authorization) {
        Person who =
                Optional.of(authorization)
                        .filter(given -> given.startsWith(BEARER))
                        .flatMap(given -> access.bearer(given.substring(BEARER.length()).strip()))
                        .orElseThrow(
                                () ->
                                        new UnauthorizedResponse(
                                                "That token does not open this server, or not any"
                                                        + " more."));
        Asking.byToken(ctx, who);
    }

    /** With a cookie alone, what changes something must come from a page of ours, provably. */
    private void requireSession(Context ctx) {
        String session = Optional.ofNullable(cookie.get(ctx)).orElse("");
        Person who =
                access.sessions()
                        .use(session)
                        .orElseThrow(
                                () ->
                                        new UnauthorizedResponse(
                                                "You have to sign in, or to bring the token that"
                                                        + " 'latchkey serve' printed."));
        Asking.as(ctx, who, () -> access.sessions().isOpen(session));
        boolean isProven =
                ctx.header("Origin") != null
                        && Objects.equals(ctx.header("Sec-Fetch-Site"), "same-origin");
        if (!READING.contains(ctx.method().name()) && !isProven) {
            throw new ForbiddenResponse("A page of this server has to ask for that.");
        }
    }

    /** The token was shown: from here on the browser has a cookie that scripts cannot read. */
    private void open(Context ctx) {
        letIn(ctx, Asking.person(ctx));
        ctx.status(204);
    }

    /** A new number for whoever is in from now on; an old one is worth nothing any more. */
    void letIn(Context ctx, Person who) {
        Optional.ofNullable(cookie.get(ctx)).ifPresent(access.sessions()::end);
        cookie.set(ctx, access.sessions().begin(who), -1);
    }

    private void close(Context ctx) {
        Optional.ofNullable(cookie.get(ctx)).ifPresent(access.sessions()::end);
        cookie.remove(ctx);
        ctx.status(204);
    }
}
