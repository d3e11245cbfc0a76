package latchkey.analyzer.diagnosis;

import latchkey.rules.rule.SourceKind;

import java.util.List;
import java.util.Set;

/** How one rule ended; every rule ends in exactly one of these, with the reason. */
public sealed interface RuleVerdict {
    /** One sentence for people. */
    String because();

    /**
     * @param standing what still holds, the latest first
     * @param past what a later success or proof of health made history, the latest first
     */
    record Fired(List<Finding> standing, List<Finding> past, String because)
            implements RuleVerdict {
        public Fired {
            standing = List.copyOf(standing);
            past = List.copyOf(past);
        }
    }

    record Quiet(String because) implements RuleVerdict {}

    /**
     * @param missing kinds of source that would decide
     */
    record Undecided(String because, Set<SourceKind> missing) implements RuleVerdict {
        public Undecided {
            missing = Set.copyOf(missing);
        }
    }

    record NotApplicable(String because) implements RuleVerdict {}

    record Broken(String because) implements RuleVerdict {}
}
