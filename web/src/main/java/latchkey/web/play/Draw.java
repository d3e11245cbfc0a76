package latchkey.web.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A story by lot: one number gives one story, so that a class can have the same one. */
public final class Draw {
    /** What makes another bundle of the same story, and leaves enough of it to read. */
    private static final Set<String> AXES =
            Set.of("agent", "layout", "chatter", "neighbours", "rotation", "client");

    private static final Set<String> TOO_LITTLE = Set.of("paste");
    private static final int ONE_IN = 3;

    private Draw() {}

    public static PlayOrder of(List<Card> scenarios, long seed) {
        Random lots = new Random(seed);
        Card card = scenarios.get(lots.nextInt(scenarios.size()));
        List<String> words = new ArrayList<>();
        for (Card.Axis axis : card.variants()) {
            List<String> choices =
                    axis.words().stream().filter(word -> !TOO_LITTLE.contains(word)).toList();
            if (AXES.contains(axis.name()) && !choices.isEmpty() && lots.nextInt(ONE_IN) == 0) {
                words.add(choices.get(lots.nextInt(choices.size())));
            }
        }
        return new PlayOrder(card.id(), seed, String.join("+", words), false);
    }
}
