package latchkey.simulator.scenario;

import latchkey.simulator.scenario.language.MalformedScenario;
import latchkey.simulator.scenario.language.Phrase;
import latchkey.simulator.scenario.language.ScenarioFile;

import java.util.ArrayList;
import java.util.List;

/** A story on its way: what is left can be collected at any time, and people may go on. */
public final class Play {
    private final Order order;
    private final Stage stage;

    private Play(Order order) {
        this.order = order;
        this.stage = Builder.build(order);
    }

    /** Plays the story to the end of its script. */
    public static Play of(Order order) {
        Play play = new Play(order);
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
