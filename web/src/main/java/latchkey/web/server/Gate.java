package latchkey.web.server;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpResponseException;
import io.javalin.http.SameSite;
import io.javalin.http.UnauthorizedResponse;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Stands before every route, known or not. First the host (against rebinding), then whether the
 * request comes from a page of ours, then who asks. What is not opened here is closed.
 */
final class Gate {
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Set<String> OPEN = Set.of("/assets/", "/favicon.ico");
    private static final String BEARER = "Bearer ";
    private static final int MISDIRECTED = 421;

    private final Access access;
    private volatile Set<String> hosts = Set.of();

    Gate(Access access) {
        this.access = access;
    }

    void listensOn(int port) {
        hosts = Access.loopback(port);
    }

    void check(Context ctx) {
        String host = host(ctx);
        requireOwnOrigin(ctx, host);
        if (isOpen(ctx.path())) {
            return;
        }
        String authorization = ctx.header("Authorization");
        if (authorization != null) {
            requireToken(authorization);
        } else {
            requireSession(ctx);
        }
    }

    private static boolean isOpen(String path) {
        return OPEN.stream()
                .anyMatch(open -> open.endsWith("/") ? path.startsWith(open) : path.equals(open));
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
    private static void requireOwnOrigin(Context ctx, String host) {
        String origin = ctx.header("Origin");
        if (origin != null && !origin.equals("http://" + host)) {
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

    private void requireToken(String authorization) {
        if (!authorization.startsWith(BEARER)
                || !access.isToken(authorization.substring(BEARER.length()).strip())) {
            throw new UnauthorizedResponse("The token is not the one this server printed.");
        }
    }

    /** With a cookie alone, what changes something must come from a page of ours, provably. */
    private void requireSession(Context ctx) {
        String session = session(ctx);
        if (session == null || !access.isSession(session)) {
            throw new UnauthorizedResponse("The token that 'latchkey serve' printed is needed.");
        }
        boolean isProven =
                ctx.header("Origin") != null
                        && Objects.equals(ctx.header("Sec-Fetch-Site"), "same-origin");
        if (!READING.contains(ctx.method().name()) && !isProven) {
            throw new ForbiddenResponse("A page of this server has to ask for that.");
        }
    }

    /** Cookies do not know ports, so the name does: two servers on one machine keep apart. */
    private static String cookieName(Context ctx) {
        return "latchkey-" + ctx.port();
    }

    private static @Nullable String session(Context ctx) {
        return ctx.cookie(cookieName(ctx));
    }

    /** The token was shown: from here on the browser has a cookie that scripts cannot read. */
    void open(Context ctx) {
        Cookie cookie = new Cookie(cookieName(ctx), access.newSession());
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.STRICT);
        cookie.setPath("/");
        ctx.cookie(cookie);
        ctx.status(204);
    }

    void close(Context ctx) {
        String session = session(ctx);
        if (session != null) {
            access.end(session);
        }
        ctx.removeCookie(cookieName(ctx));
        ctx.status(204);
    }
}
