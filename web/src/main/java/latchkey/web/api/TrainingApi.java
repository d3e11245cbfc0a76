package latchkey.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;

import latchkey.web.access.Asking;
import latchkey.web.play.Choices;
import latchkey.web.play.Draw;
import latchkey.web.play.Event;
import latchkey.web.play.PlayOrder;
import latchkey.web.play.Plays;
import latchkey.web.play.RefusedMoveException;
import latchkey.web.play.RunningPlay;
import latchkey.web.play.Truth;
import latchkey.web.search.CaseIndex;
import latchkey.web.store.CaseRow;
import latchkey.web.store.CaseState;
import latchkey.web.store.Training;
import latchkey.web.store.Vault;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;

/** Cases drawn by lot, whose verdict stays sealed until somebody has named the cause. */
final class TrainingApi {
    /** Short enough to be said on the telephone. */
    private static final int LARGEST_LOT = 1_000_000;

    private final Vault vault;
    private final CaseIndex index;
    private final Bundles bundles;
    private final Choices choices;
    private final SecureRandom lots = new SecureRandom();

    TrainingApi(Vault vault, CaseIndex index, Bundles bundles, Choices choices) {
        this.vault = vault;
        this.index = index;
        this.bundles = bundles;
        this.choices = choices;
    }

    void register(RoutesConfig routes) {
        routes.get("/api/training", this::tally);
        routes.post("/api/cases/{id}/answer", this::answer);
    }

    /** Only where there is a simulator to draw from. */
    void registerDrawing(RoutesConfig routes, Plays plays) {
        routes.post("/api/training", ctx -> draw(ctx, plays));
    }

    private void draw(Context ctx, Plays plays) throws IOException {
        JsonNode body = JsonBody.of(ctx);
        long seed = JsonBody.number(body, "seed", 1 + lots.nextInt(LARGEST_LOT));
        PlayOrder order = Draw.of(plays.scenarios(), seed);
        try {
            RunningPlay play = plays.play(order);
            String id =
                    bundles.admitSealed(
                            Asking.person(ctx), "Training " + seed, play.bundle(), story(play));
            ctx.status(201);
            ctx.header("Location", "/api/cases/" + id);
            Answers.json(
                    ctx, Answers.object().put("id", id).put("url", "/c/" + id).put("seed", seed));
        } catch (RefusedMoveException e) {
            throw new BadRequestResponse(e.sentence());
        }
    }

    private static Training.Story story(RunningPlay play) {
        Truth truth = play.truth();
        Event reason = truth.reason();
        return new Training.Story(
                play.order().scenario(),
                play.title(),
                play.order().seed(),
                play.order().variant(),
                truth.cause(),
                truth.outcome(),
                reason == null ? null : reason.sentence());
    }

    private void answer(Context ctx) throws IOException {
        CaseRow row = Answers.row(ctx, vault);
        Training training =
                vault.trainings()
                        .find(row.id())
                        .orElseThrow(() -> new ConflictResponse("This case is no training."));
        String named = JsonBody.text(JsonBody.of(ctx), "cause");
        if (!choices.holds(named)) {
            throw new BadRequestResponse(
                    "That is neither a cause nor an outcome of the vocabulary.");
        }
        if (training.answer() == null && row.state() != CaseState.DONE) {
            throw new ConflictResponse("The files are still being read.");
        }
        if (!vault.trainings().answer(row.id(), named, Asking.person(ctx).id())) {
            throw new ConflictResponse("The cause was named before.");
        }
        vault.cases().log(row.id(), Asking.name(ctx), "named the cause");
        index.refresh(row.id());
        Answers.json(ctx, of(vault.trainings().find(row.id()).orElseThrow()));
    }

    private static ObjectNode of(Training training) {
        Training.Answer answer = Objects.requireNonNull(training.answer());
        Training.Story story = training.story();
        ObjectNode node = Answers.object().put("id", training.caseId());
        node.put("right", training.isRight()).put("named", answer.named());
        node.put("at", answer.at().toString()).put("answer", story.key());
        node.put("cause", story.cause()).put("outcome", story.outcome());
        node.put("scenario", story.scenario()).put("title", story.title());
        node.put("seed", story.seed()).put("variant", story.variant());
        return node.put("reason", story.reason());
    }

    private void tally(Context ctx) {
        List<Training> answered = vault.trainings().answeredBy(Asking.person(ctx).id());
        ObjectNode node = Answers.object().put("answered", answered.size());
        node.put("right", answered.stream().filter(Training::isRight).count());
        ArrayNode all = node.putArray("trainings");
        answered.forEach(training -> all.add(of(training)));
        Answers.json(ctx, node);
    }
}
