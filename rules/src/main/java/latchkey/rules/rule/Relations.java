package latchkey.rules.rule;

import java.util.List;

/**
 * How a rule stands to others.
 *
 * @param explains symptoms and causes that follow from this one
 * @param beats rules that lose when both fire
 * @param excludes rules that cannot be true together with this one; the one with stronger evidence
 *     stays
 * @param oftenWith rules whose samples this one may fire on as well
 * @param clears on a healthy rule: what its later occurrence makes history
 */
public record Relations(
        List<RuleId> explains,
        List<RuleId> beats,
        List<RuleId> excludes,
        List<RuleId> oftenWith,
        List<RuleId> clears) {
    public static final Relations NONE =
            new Relations(List.of(), List.of(), List.of(), List.of(), List.of());

    public Relations {
        explains = List.copyOf(explains);
        beats = List.copyOf(beats);
        excludes = List.copyOf(excludes);
        oftenWith = List.copyOf(oftenWith);
        clears = List.copyOf(clears);
    }
}
