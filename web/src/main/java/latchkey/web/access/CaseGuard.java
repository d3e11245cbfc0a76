package latchkey.web.access;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.NotFoundResponse;

import latchkey.web.store.AccessStore;
import latchkey.web.store.Right;

import java.util.List;
import java.util.Set;

/**
 * Stands before every route of a case, so that a new route is guarded before anybody thinks of it.
 * A case that somebody may not see does not exist for them.
 */
public final class CaseGuard {
    private static final List<String> ROOTS = List.of("/c/{id}", "/api/cases/{id}");
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final String RIGHT = "latchkey.right";

    private final AccessStore access;

    public CaseGuard(AccessStore access) {
        this.access = access;
    }

    public void register(RoutesConfig routes) {
        for (String root : ROOTS) {
            routes.before(root, this::check);
            routes.before(root + "/*", this::check);
        }
    }

    private void check(Context ctx) {
        Right right =
                access.right(Asking.person(ctx), ctx.pathParam("id"))
                        .orElseThrow(
                                () ->
                                        new NotFoundResponse(
                                                "There is no such case; it may have been"
                                                        + " deleted."));
        ctx.attribute(RIGHT, right);
        if (!READING.contains(ctx.method().name())) {
            require(ctx, Right.WRITE, "You may read this case, not change it; ask its owner.");
        }
    }

    /** What the person who asks may do with the case of the path. */
    public static Right right(Context ctx) {
        Right right = ctx.attribute(RIGHT);
        if (right == null) {
            throw new IllegalStateException("a case was reached past its guard");
        }
        return right;
    }

    /** For what only the owner decides. */
    public static void requireOwner(Context ctx) {
        require(ctx, Right.OWN, "Only the owner of this case can do that.");
    }

    private static void require(Context ctx, Right needed, String otherwise) {
        if (!right(ctx).includes(needed)) {
            throw new ForbiddenResponse(otherwise);
        }
    }
}
