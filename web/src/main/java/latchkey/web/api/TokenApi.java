package latchkey.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.NotFoundResponse;

import latchkey.web.access.Asking;
import latchkey.web.access.Tokens;
import latchkey.web.store.Person;
import latchkey.web.store.Token;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tokens of people who sign in, for their scripts. */
final class TokenApi {
    private static final int LONGEST_NAME = 60;

    private final Tokens tokens;

    TokenApi(Tokens tokens) {
        this.tokens = tokens;
    }

    void register(RoutesConfig routes) {
        routes.get("/api/tokens", this::list);
        routes.post("/api/tokens", this::make);
        routes.delete("/api/tokens/{id}", this::remove);
    }

    private void list(Context ctx) {
        ArrayNode all = Answers.array();
        tokens.list(Asking.person(ctx)).forEach(token -> all.add(of(token)));
        Answers.json(ctx, Answers.object().set("tokens", all));
    }

    private static ObjectNode of(Token token) {
        return Answers.object()
                .put("id", token.id())
                .put("name", token.name())
                .put("expires", token.expires().toString());
    }

    private void make(Context ctx) {
        Person who = inPerson(ctx);
        String name = Answers.body(ctx).path("name").asString("").strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new BadRequestResponse(
                    "A token has a name of 1 to " + LONGEST_NAME + " letters.");
        }
        Tokens.Made made =
                tokens.make(who, name)
                        .orElseThrow(
                                () -> new ConflictResponse("Take one of your tokens back first."));
        ctx.status(201);
        Answers.json(ctx, of(made.token()).put("token", made.secret()));
    }

    private void remove(Context ctx) {
        if (!tokens.remove(inPerson(ctx), ctx.pathParam("id"))) {
            throw new NotFoundResponse("There is no such token.");
        }
        ctx.status(204);
    }

    /** A token that leaked must not make others that outlive it. */
    private static Person inPerson(Context ctx) {
        Person who = Asking.person(ctx);
        if (who.equals(Person.LOCAL)) {
            throw new ConflictResponse("The printed token is the only one of this server.");
        }
        if (!Asking.isInPerson(ctx)) {
            throw new ForbiddenResponse("Tokens are made and taken back by people who signed in.");
        }
        return who;
    }
}
