package latchkey.rules.catalog;

import latchkey.rules.rule.RuleId;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A small input that a rule must judge in a known way.
 *
 * @param path one file, or a folder of several sources; perhaps inside a jar
 */
public record Sample(RuleId rule, Outcome outcome, Path path, Expectation expectation) {
    /** What the rule must say; the first word of the sample's name. */
    public enum Outcome {
        FIRES,
        QUIET,
        UNDECIDED;

        static Optional<Outcome> ofName(String name) {
            for (Outcome outcome : values()) {
                if (name.startsWith(outcome.name().toLowerCase(Locale.ROOT) + "-")) {
                    return Optional.of(outcome);
                }
            }
            return Optional.empty();
        }
    }

    /** Such as {@code VMA-001/fires-status}. */
    public String name() {
        return rule + "/" + path.getFileName();
    }
}
