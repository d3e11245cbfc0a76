package latchkey.web.server;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;

import org.jspecify.annotations.Nullable;

/**
 * Cookies that no script reads. They do not know ports, so the name does: two servers keep apart.
 */
final class SessionCookie {
    private final String kind;
    private final String path;
    private final SameSite sameSite;
    private final boolean isSecure;

    /**
     * @param sameSite strict, or lax where a person comes back from an identity provider
     */
    SessionCookie(String kind, String path, SameSite sameSite, boolean isSecure) {
        this.kind = kind;
        this.path = path;
        this.sameSite = sameSite;
        this.isSecure = isSecure;
    }

    /** Behind TLS the browser itself keeps every other host from setting it. */
    private String name(Context ctx) {
        String host = String.valueOf(ctx.host());
        int colon = host.lastIndexOf(':');
        String plain = "latchkey" + kind + (colon < 0 ? "" : "-" + host.substring(colon + 1));
        return isSecure && path.equals("/") ? "__Host-" + plain : plain;
    }

    @Nullable String get(Context ctx) {
        return ctx.cookie(name(ctx));
    }

    /**
     * @param seconds until the browser forgets it; -1 when it closes
     */
    void set(Context ctx, String value, int seconds) {
        Cookie cookie = new Cookie(name(ctx), value);
        cookie.setHttpOnly(true);
        cookie.setSameSite(sameSite);
        cookie.setSecure(isSecure);
        cookie.setPath(path);
        cookie.setMaxAge(seconds);
        ctx.cookie(cookie);
    }

    void remove(Context ctx) {
        set(ctx, "", 0);
    }
}
