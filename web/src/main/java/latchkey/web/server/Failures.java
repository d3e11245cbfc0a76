package latchkey.web.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;

import latchkey.web.page.Pages;
import latchkey.web.store.Ids;
import latchkey.web.store.TooMuchException;

import tools.jackson.databind.json.JsonMapper;

/**
 * The door where errors of a request end: a sentence and a number to ask about, never the inside.
 */
final class Failures {
    private static final System.Logger LOG = System.getLogger(Failures.class.getName());

    private final Pages pages;

    Failures(Pages pages) {
        this.pages = pages;
    }

    void register(RoutesConfig routes) {
        routes.exception(
                HttpResponseException.class,
                (failure, ctx) ->
                        say(ctx, failure.getStatus(), String.valueOf(failure.getMessage())));
        routes.exception(
                TooMuchException.class,
                (failure, ctx) -> say(ctx, 413, String.valueOf(failure.getMessage())));
        routes.exception(Exception.class, this::unexpected);
        routes.error(404, ctx -> sayUnlessSaid(ctx, 404, "There is nothing here."));
        routes.error(405, ctx -> sayUnlessSaid(ctx, 405, "That cannot be done here."));
    }

    private void sayUnlessSaid(Context ctx, int status, String sentence) {
        if (ctx.attribute("said") == null) {
            say(ctx, status, sentence);
        }
    }

    /** Types and frames go to the log; messages may quote what was handed in. */
    private void unexpected(Exception failure, Context ctx) {
        String id = Ids.fresh();
        StringBuilder frames = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            frames.append('\n').append(cause.getClass().getName());
            for (StackTraceElement frame : cause.getStackTrace()) {
                frames.append("\n    at ").append(frame);
            }
        }
        LOG.log(System.Logger.Level.ERROR, "request failed, id {0}{1}", id, frames);
        say(ctx, 500, "Something went wrong here, and it is not your doing. Number " + id + ".");
    }

    /** Only reading can be gone on with after signing in. */
    private static String asked(Context ctx) {
        String query = ctx.queryString();
        boolean isReading = ctx.method().name().equals("GET");
        return isReading ? ctx.path() + (query == null ? "" : "?" + query) : "/";
    }

    private void say(Context ctx, int status, String sentence) {
        ctx.attribute("said", true);
        ctx.status(status);
        if (status == 401) {
            ctx.header("WWW-Authenticate", "Bearer");
        }
        if (ctx.path().startsWith("/api/")) {
            ctx.contentType("application/json");
            ctx.result(JsonMapper.shared().createObjectNode().put("error", sentence).toString());
        } else {
            ctx.html(status == 401 ? pages.signIn(asked(ctx)) : pages.sorry(status, sentence));
        }
    }
}
