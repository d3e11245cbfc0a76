package latchkey.rules.rule;

import java.util.List;

/**
 * What else the same record must or must not hold, as RE2 expressions searched in its whole text.
 *
 * @param with all of these must be found
 * @param without none of these may be found
 */
public record Companions(List<String> with, List<String> without) {
    public static final Companions NONE = new Companions(List.of(), List.of());

    public Companions {
        with = List.copyOf(with);
        without = List.copyOf(without);
    }
}
