package latchkey.analyzer.report;

import latchkey.rules.rule.RuleId;

import java.util.Optional;

/** The answer, and what it takes to ask further. */
public interface TriageResult {
    Report report();

    /**
     * Why the rule did not fire: the clause, and the line or the missing source; empty when no such
     * rule was asked.
     */
    Optional<String> whyNot(RuleId id);

    /** Whether something was handed in and nothing of it could be read. */
    boolean nothingReadable();
}
