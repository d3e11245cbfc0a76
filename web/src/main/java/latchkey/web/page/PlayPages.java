package latchkey.web.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;

import latchkey.web.access.Asking;
import latchkey.web.play.Plays;
import latchkey.web.play.RunningPlay;
import latchkey.web.store.CaseRow;
import latchkey.web.store.Training;
import latchkey.web.store.Vault;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Pages that are there only where there is a simulator. */
public final class PlayPages {
    private final Pages pages;
    private final Vault vault;
    private final Plays plays;

    public PlayPages(Pages pages, Vault vault, Plays plays) {
        this.pages = pages;
        this.vault = vault;
        this.plays = plays;
    }

    public void register(RoutesConfig routes) {
        routes.get("/simulator", this::choose);
        routes.get("/simulator/{play}", this::watch);
        routes.get("/training", this::train);
    }

    private void choose(Context ctx) {
        ctx.html(
                pages.page(
                        "simulator.jte",
                        Map.of(
                                "view",
                                new SimulatorView(
                                        plays.scenarios(), plays.all(Asking.person(ctx).id())))));
    }

    private void watch(Context ctx) {
        RunningPlay play =
                plays.find(Asking.person(ctx).id(), ctx.pathParam("play"))
                        .orElseThrow(
                                () ->
                                        new NotFoundResponse(
                                                "There is no such play; it ended, or the server"
                                                        + " was started anew."));
        List<CaseRow> cases = play.cases().stream().flatMap(id -> row(ctx, id)).toList();
        ctx.html(
                pages.page(
                        "play.jte",
                        Map.of(
                                "view",
                                new PlayView(
                                        play, play.truth(), play.events(0), cases, pages.choices()),
                                "steps",
                                plays.steps(),
                                "faults",
                                plays.faults())));
    }

    private Stream<CaseRow> row(Context ctx, String id) {
        return vault.access().find(Asking.person(ctx), id).stream();
    }

    private void train(Context ctx) {
        List<Training> answered = vault.trainings().answeredBy(Asking.person(ctx).id());
        List<String> there =
                answered.stream()
                        .map(Training::caseId)
                        .filter(id -> row(ctx, id).findAny().isPresent())
                        .toList();
        ctx.html(
                pages.page(
                        "training.jte",
                        Map.of("answered", answered, "there", there, "choices", pages.choices())));
    }
}
