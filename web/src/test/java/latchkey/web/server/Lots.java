package latchkey.web.server;

import latchkey.web.play.Card;
import latchkey.web.play.Draw;
import latchkey.web.play.PlayOrder;
import latchkey.web.play.Simulator;

import java.util.List;
import java.util.stream.LongStream;

/** Numbers of trainings by what they draw: a new scenario makes every number draw another. */
final class Lots {
    private Lots() {}

    /** The first number that draws a scenario as it is written. */
    static long drawing(String scenario) {
        List<Card> all = Simulator.plays().orElseThrow().scenarios();
        return LongStream.range(1, 100_000)
                .filter(number -> draws(Draw.of(all, number), scenario))
                .findFirst()
                .orElseThrow();
    }

    private static boolean draws(PlayOrder order, String scenario) {
        return order.scenario().equals(scenario) && order.variant().isEmpty();
    }
}
