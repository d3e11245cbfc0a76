package latchkey.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;

import latchkey.web.access.Asking;
import latchkey.web.play.Card;
import latchkey.web.play.Event;
import latchkey.web.play.Move;
import latchkey.web.play.PlayOrder;
import latchkey.web.play.Plays;
import latchkey.web.play.RefusedMoveException;
import latchkey.web.play.RunningPlay;
import latchkey.web.play.Truth;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Worlds to play in: begun, watched, broken, mended, and made into cases. */
final class PlayApi {
    private final Plays plays;
    private final Bundles bundles;

    PlayApi(Plays plays, Bundles bundles) {
        this.plays = plays;
        this.bundles = bundles;
    }

    void register(RoutesConfig routes) {
        routes.get("/api/scenarios", this::scenarios);
        routes.get("/api/steps", ctx -> moves(ctx, "steps", plays.steps()));
        routes.get("/api/faults", ctx -> moves(ctx, "faults", plays.faults()));
        routes.get("/api/plays", this::list);
        routes.post("/api/plays", this::begin);
        routes.get("/api/plays/{play}", ctx -> Answers.json(ctx, whole(play(ctx))));
        routes.delete("/api/plays/{play}", this::end);
        routes.get("/api/plays/{play}/events", this::events);
        routes.get("/api/plays/{play}/bundle", this::bundle);
        routes.post("/api/plays/{play}/steps", this::goOn);
        routes.post("/api/plays/{play}/faults", this::goWrong);
        routes.delete("/api/plays/{play}/faults/{fault}", this::mend);
        routes.post("/api/plays/{play}/case", this::diagnose);
    }

    private RunningPlay play(Context ctx) {
        return plays.find(Asking.person(ctx).id(), ctx.pathParam("play"))
                .orElseThrow(
                        () ->
                                new NotFoundResponse(
                                        "There is no such play; it ended, or the server was"
                                                + " started anew."));
    }

    private void scenarios(Context ctx) {
        ArrayNode all = Answers.array();
        for (Card card : plays.scenarios()) {
            ObjectNode one = all.addObject();
            one.put("id", card.id()).put("title", card.title());
            one.put("cause", card.cause()).put("outcome", card.outcome());
            ArrayNode variants = one.putArray("variants");
            card.variants().forEach(axis -> axis.words().forEach(variants::add));
        }
        Answers.json(ctx, Answers.object().set("scenarios", all));
    }

    private static void moves(Context ctx, String name, List<Move> moves) {
        ArrayNode all = Answers.array();
        for (Move move : moves) {
            ObjectNode one = all.addObject().put("word", move.word()).put("title", move.title());
            ArrayNode fields = one.putArray("fields");
            for (Move.Field field : move.fields()) {
                ObjectNode node = fields.addObject().put("name", field.name());
                node.put("kind", field.kind()).put("required", field.required());
                node.put("otherwise", field.otherwise()).put("meaning", field.meaning());
                field.choices().forEach(node.putArray("choices")::add);
            }
        }
        Answers.json(ctx, Answers.object().set(name, all));
    }

    private void list(Context ctx) {
        ArrayNode all = Answers.array();
        plays.all(Asking.person(ctx).id()).forEach(play -> all.add(brief(play)));
        Answers.json(ctx, Answers.object().set("plays", all));
    }

    private void begin(Context ctx) throws IOException {
        JsonNode body = JsonBody.of(ctx);
        PlayOrder order =
                new PlayOrder(
                        JsonBody.text(body, "scenario"),
                        JsonBody.number(body, "seed", 1),
                        body.path("variant").asString(""),
                        body.path("faultOff").asBoolean(false));
        try {
            RunningPlay play = plays.begin(Asking.person(ctx).id(), order);
            ctx.status(201);
            ctx.header("Location", "/api/plays/" + play.id());
            Answers.json(ctx, whole(play));
        } catch (RefusedMoveException e) {
            throw new BadRequestResponse(e.sentence());
        }
    }

    private static ObjectNode brief(RunningPlay play) {
        ObjectNode node =
                Answers.object().put("id", play.id()).put("url", "/simulator/" + play.id());
        node.put("scenario", play.order().scenario()).put("title", play.title());
        node.put("seed", play.order().seed()).put("variant", play.order().variant());
        node.put("faultOff", play.order().faultOff()).put("now", play.now().toString());
        node.put("over", play.isOver());
        play.wrong().forEach(node.putArray("wrong")::add);
        play.cases().forEach(node.putArray("cases")::add);
        return node;
    }

    private static ObjectNode whole(RunningPlay play) {
        Truth truth = play.truth();
        ObjectNode node = brief(play);
        ObjectNode told = node.putObject("truth");
        told.put("cause", truth.cause()).put("outcome", truth.outcome());
        told.set("reason", truth.reason() == null ? null : of(truth.reason()));
        truth.astray().forEach(told.putArray("astray")::add);
        ArrayNode machines = told.putArray("machines");
        for (Truth.Machine machine : truth.machines()) {
            ObjectNode one =
                    machines.addObject().put("name", machine.name()).put("up", machine.isUp());
            machine.stoppedServices().forEach(one.putArray("stoppedServices")::add);
            ArrayNode accounts = one.putArray("accounts");
            machine.accounts()
                    .forEach(
                            account ->
                                    accounts.addObject()
                                            .put("name", account.name())
                                            .put("enabled", account.isEnabled())
                                            .put("locked", account.isLocked())
                                            .put("administrator", account.isAdministrator()));
        }
        return node;
    }

    private static ObjectNode of(Event event) {
        ObjectNode node = Answers.object().put("number", event.number());
        node.put("at", event.at().toString());
        node.put("where", event.where()).put("what", event.what());
        ObjectNode with = node.putObject("with");
        event.with().forEach(with::put);
        return node;
    }

    private void end(Context ctx) {
        plays.end(play(ctx).id());
        ctx.status(204);
    }

    private void events(Context ctx) {
        String after = Optional.ofNullable(ctx.queryParam("after")).orElse("0");
        if (!after.matches("\\d{1,15}")) {
            throw new BadRequestResponse("after has to be a number.");
        }
        ArrayNode all = Answers.array();
        play(ctx).events(Long.parseLong(after)).forEach(event -> all.add(of(event)));
        Answers.json(ctx, Answers.object().set("events", all));
    }

    private void bundle(Context ctx) throws IOException {
        RunningPlay play = play(ctx);
        ctx.header("Content-Disposition", "attachment; filename=\"" + play.id() + ".zip\"");
        ctx.contentType("application/zip");
        ctx.result(play.bundle());
    }

    private interface Deed {
        void run(RunningPlay play) throws RefusedMoveException;
    }

    private void move(Context ctx, Deed deed) {
        RunningPlay play = play(ctx);
        try {
            deed.run(play);
        } catch (RefusedMoveException e) {
            throw new BadRequestResponse(e.sentence());
        }
        Answers.json(ctx, whole(play));
    }

    private void goOn(Context ctx) throws IOException {
        String steps = JsonBody.list(JsonBody.of(ctx), "steps");
        move(ctx, play -> play.goOn(steps));
    }

    private void goWrong(Context ctx) throws IOException {
        String faults = JsonBody.list(JsonBody.of(ctx), "faults");
        move(ctx, play -> play.goWrong(faults));
    }

    private void mend(Context ctx) {
        move(
                ctx,
                play -> {
                    if (!play.mend(ctx.pathParam("fault"))) {
                        throw new NotFoundResponse("No such fault is in force.");
                    }
                });
    }

    /** What is left of the machine becomes a case by the way of every upload. */
    private void diagnose(Context ctx) throws IOException {
        RunningPlay play = play(ctx);
        String id =
                bundles.admit(
                        Asking.person(ctx),
                        "simulated " + play.order().scenario(),
                        play.bundle(),
                        "made by a play");
        play.hasCase(id);
        ctx.status(201);
        ctx.header("Location", "/api/cases/" + id);
        Answers.json(ctx, Answers.object().put("id", id).put("url", "/c/" + id));
    }
}
