package latchkey.web.page;

import latchkey.web.play.Card;
import latchkey.web.play.RunningPlay;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The scenarios to choose from, and the plays that are open. */
public record SimulatorView(List<Card> scenarios, List<RunningPlay> plays) {
    public SimulatorView {
        scenarios = List.copyOf(scenarios);
        plays = List.copyOf(plays);
    }

    /** Everything that can be different in some scenario. */
    public Map<String, Set<String>> axes() {
        Map<String, Set<String>> axes = new LinkedHashMap<>();
        for (Card card : scenarios) {
            card.variants()
                    .forEach(
                            axis ->
                                    axes.computeIfAbsent(axis.name(), name -> new LinkedHashSet<>())
                                            .addAll(axis.words()));
        }
        return axes;
    }

    /** Words that a scenario can be played with, for the script. */
    public String offers(Card card) {
        return String.join(
                " ", card.variants().stream().flatMap(axis -> axis.words().stream()).toList());
    }
}
