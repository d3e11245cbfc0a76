package latchkey.analyzer.diagnosis;

import latchkey.analyzer.evidence.Quote;
import latchkey.analyzer.timeline.Timeline;
import latchkey.rules.rule.RuleId;
import latchkey.rules.rule.Source;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The whole answer about one machine.
 *
 * @param causes the standing causes, the answer first; not empty exactly when the outcome is a
 *     found cause
 * @param history past failures, the latest first
 * @param explained for each rule among the causes and the history: which fired rules it accounts
 *     for
 * @param implied what the fired rules say about the machine, such as {@code agent: down}
 */
public record Diagnosis(
        Outcome outcome,
        List<Finding> causes,
        List<Finding> symptoms,
        List<Finding> history,
        List<Unexplained> unexplained,
        List<Next> collectNext,
        Map<RuleId, RuleVerdict> verdicts,
        Map<RuleId, Set<RuleId>> explained,
        Map<String, String> implied,
        Facts facts,
        Timeline timeline) {

    /**
     * Records that no rule explains, alike but for their variable parts.
     *
     * @param text the words of the record, decoded; the quote is the line it stands on
     */
    public record Unexplained(Quote quote, String text, long count) {}

    /** A source to ask for, and why it would tell most. */
    public record Next(Source source, String why) {}

    public Diagnosis {
        causes = List.copyOf(causes);
        symptoms = List.copyOf(symptoms);
        history = List.copyOf(history);
        unexplained = List.copyOf(unexplained);
        collectNext = List.copyOf(collectNext);
        verdicts = Collections.unmodifiableMap(new LinkedHashMap<>(verdicts));
        explained = Collections.unmodifiableMap(new LinkedHashMap<>(explained));
        implied = Collections.unmodifiableMap(new LinkedHashMap<>(implied));
    }
}
