package latchkey.simulator.scenario;

import latchkey.simulator.scenario.language.Phrase;
import latchkey.simulator.scenario.language.Scenario;

import java.util.ArrayList;
import java.util.List;

/** Plays a story from its setting to its ending. */
public final class Player {
    private Player() {}

    /** The whole story; the same order gives the same performance, byte for byte. */
    public static Performance play(Order order) {
        Scenario scenario = order.scenario();
        Stage stage = Builder.build(order);
        new Prelude(stage, order).play();
        for (Phrase fault : scenario.mishaps(order.faultOff())) {
            stage.mishaps().arrange(fault);
        }
        Repertoire<Act> acts = Words.acts();
        for (Phrase step : scenario.steps(order.faultOff())) {
            stage.world().advance(step.flag("soon", false) ? Stage.AT_ONCE : Stage.A_MOMENT);
            acts.find(step.word()).play(stage, step);
        }
        stage.world().advance(Stage.A_MOMENT);
        List<String> disappointments =
                new ArrayList<>(
                        new Ending(Words.claims())
                                .disappointments(stage, scenario.ending(order.faultOff())));
        disappointments.addAll(Invariants.broken(stage));
        String vm = scenario.setting().machines().getFirst().name();
        return new Performance(
                new Collector(stage, order).collect(vm),
                Truth.of(stage, order, disappointments),
                disappointments,
                order.replay());
    }
}
