package latchkey.analyzer.report;

import java.util.Optional;
import latchkey.rules.rule.RuleId;

/** The answer, and what it takes to ask further. */
public interface TriageResult {
    Report report();

    /** Why the rule did not fire: the clause, and the line or the missing source; empty when no such rule was asked. */
    Optional<String> whyNot(RuleId id);
}
