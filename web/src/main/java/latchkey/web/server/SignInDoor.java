package latchkey.web.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.SameSite;

import latchkey.web.signin.SignIn;
import latchkey.web.signin.SignInRefusedException;

import java.util.Map;

/** The way to the identity provider and back. */
final class SignInDoor {
    private static final System.Logger LOG = System.getLogger(SignInDoor.class.getName());
    private static final int FORBIDDEN = 403;

    private final SignIn signIn;
    private final Gate gate;
    private final SessionCookie browser;

    SignInDoor(Access.Team team, Gate gate) {
        this.signIn = team.signIn();
        this.gate = gate;
        this.browser = new SessionCookie("-begun", "/sign-in", SameSite.LAX, team.isSecure());
    }

    void register(RoutesConfig routes) {
        routes.get("/sign-in", this::begin);
        routes.get("/sign-in/callback", this::end);
    }

    private void begin(Context ctx) {
        try {
            SignIn.Start start = signIn.start(ctx.queryParam("to"));
            browser.set(ctx, start.browser(), (int) SignIn.PATIENCE.toSeconds());
            ctx.redirect(start.provider().toString());
        } catch (SignInRefusedException e) {
            throw refuse(e);
        }
    }

    private void end(Context ctx) {
        String secret = browser.get(ctx);
        browser.remove(ctx);
        SignIn.Answer answer =
                new SignIn.Answer(
                        ctx.queryParam("state"),
                        ctx.queryParam("code"),
                        ctx.queryParam("iss"),
                        ctx.queryParam("error"));
        try {
            SignIn.End end = signIn.finish(secret, answer);
            gate.letIn(ctx, end.who());
            ctx.redirect(end.to());
        } catch (SignInRefusedException e) {
            throw refuse(e);
        }
    }

    /** The log has the kind of the failure, never what the provider or the browser sent. */
    private static HttpResponseException refuse(SignInRefusedException refused) {
        Throwable cause = refused.getCause();
        if (cause != null) {
            LOG.log(System.Logger.Level.WARNING, "a sign-in failed: {0}", cause.getClass());
        }
        return new HttpResponseException(FORBIDDEN, String.valueOf(refused.getMessage()), Map.of());
    }
}
