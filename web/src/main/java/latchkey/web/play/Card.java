package latchkey.web.play;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A scenario as people choose it.
 *
 * @param cause what it is about; null for none
 * @param variants words it can be played with, by what they change
 */
public record Card(
        String id, String title, @Nullable String cause, String outcome, List<Axis> variants) {
    public Card {
        variants = List.copyOf(variants);
    }

    /** One thing that can be different, and how. */
    public record Axis(String name, List<String> words) {
        public Axis {
            words = List.copyOf(words);
        }
    }

    boolean offers(String word) {
        return variants.stream().anyMatch(axis -> axis.words().contains(word));
    }
}
