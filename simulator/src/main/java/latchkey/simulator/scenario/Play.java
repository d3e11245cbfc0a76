package latchkey.simulator.scenario;

import latchkey.simulator.scenario.language.MalformedScenario;
import latchkey.simulator.scenario.language.Phrase;
import latchkey.simulator.scenario.language.ScenarioFile;
import latchkey.simulator.world.Happening;
import latchkey.simulator.world.Limits;
import latchkey.simulator.world.WorldExhausted;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A story on its way: what is left can be collected at any time, and people may go on. */
public final class Play {
    private final Order order;
    private final Stage stage;

    private Play(Order order, Limits limits) {
        this.order = order;
        this.stage = Builder.build(order, limits);
    }

    /** Plays the story to the end of its script. */
    public static Play of(Order order) {
        return of(order, Builder.LIMITS);
    }

    /**
     * The same in a world that may not run further than that.
     *
     * @throws WorldExhausted now or in any later step
     */
    public static Play of(Order order, Limits limits) {
        Play play = new Play(order, limits);
        new Prelude(play.stage, order).play();
        for (Phrase fault : order.scenario().mishaps(order.faultOff())) {
            play.stage.mishaps().arrange(fault);
        }
        play.goOn(order.scenario().steps(order.faultOff()));
        return play;
    }

    /** People go on with these steps. */
    public void goOn(List<Phrase> steps) {
        Repertoire<Act> acts = Words.acts();
        for (Phrase step : steps) {
            stage.world().advance(step.flag("soon", false) ? Stage.AT_ONCE : Stage.A_MOMENT);
            acts.find(step.word()).play(stage, step);
        }
        stage.world().advance(Stage.A_MOMENT);
    }

    /**
     * Steps of the scenario language in a text that holds a list of them under {@code steps}.
     *
     * @throws MalformedScenario with all mistakes
     */
    public static List<Phrase> steps(String name, String text) throws MalformedScenario {
        return ScenarioFile.readPart(name, text, "steps", Words.language().steps());
    }

    /**
     * Claims about the world in a text that holds a list of them under {@code claims}.
     *
     * @throws MalformedScenario with all mistakes
     */
    public static List<Phrase> claims(String name, String text) throws MalformedScenario {
        return ScenarioFile.readPart(name, text, "claims", Words.language().claims());
    }

    /**
     * Faults in a text that holds a list of them under {@code faults}.
     *
     * @throws MalformedScenario with all mistakes
     */
    public static List<Phrase> faults(String name, String text) throws MalformedScenario {
        return ScenarioFile.readPart(name, text, "faults", Words.language().faults());
    }

    /** Things go wrong by themselves: now, or so much later as they say. */
    public void goWrong(List<Phrase> faults) {
        faults.forEach(stage.mishaps()::arrange);
        stage.world().advance(Stage.AT_ONCE);
    }

    /** Ids of the faults in force, in the order they began. */
    public List<String> wrong() {
        return stage.mishaps().inForce();
    }

    /** What the world told after the happening of that number, oldest first. */
    public List<Happening> happenings(long after) {
        return stage.world().chronicle().after(after);
    }

    /** The world's time. */
    public Instant now() {
        return stage.world().now();
    }

    /** Those of the claims that are not true now, each in a sentence. */
    public List<String> untrue(List<Phrase> claims) {
        return new Ending(Words.claims()).disappointments(stage, claims);
    }

    /** What is left of the machine now, and how the world stands. */
    public Performance look() {
        List<String> disappointments =
                new ArrayList<>(untrue(order.scenario().ending(order.faultOff())));
        disappointments.addAll(Invariants.broken(stage));
        String vm = order.scenario().setting().machines().getFirst().name();
        return new Performance(
                new Collector(stage, order).collect(vm),
                Truth.of(stage, order, disappointments),
                disappointments,
                order.replay());
    }
}
