package latchkey.analyzer.report;

import latchkey.analyzer.timeline.Timeline;
import latchkey.rules.rule.RuleId;

import java.util.Optional;

/** The answer, and what it takes to ask further. */
public interface TriageResult {
    Report report();

    /** The same report with names and addresses masked too, for passing on. */
    Report withoutIdentities();

    /** The attempts and starts that the evidence tells of. */
    Timeline timeline();

    /**
     * Why the rule did not fire: the clause, and the line or the missing source; empty when no such
     * rule was asked.
     */
    Optional<String> whyNot(RuleId id);

    /** Whether something was handed in and nothing of it could be read. */
    boolean nothingReadable();
}
