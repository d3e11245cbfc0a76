package latchkey.rules.rule;

import java.util.List;

/**
 * How signals make a verdict: all of {@code all}, any of {@code any} (where given), none of {@code
 * none}, and at least {@code atLeast} of {@code of} (where given). Three-valued: unknown stays
 * unknown until a known signal settles it.
 */
public record Decision(
        List<String> all, List<String> any, List<String> none, int atLeast, List<String> of) {
    public Decision {
        all = List.copyOf(all);
        any = List.copyOf(any);
        none = List.copyOf(none);
        of = List.copyOf(of);
    }
}
