package latchkey.rules.rule;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One known error, as written and checked.
 *
 * @param summary one or two sentences for the report
 * @param cause the cause of the vocabulary that this rule stands for; null unless {@code kind} is a
 *     cause
 * @param leadsTo what an unexplained symptom makes of the answer; null unless {@code kind} is a
 *     symptom
 * @param certainty how strongly a firing proves its claim when nothing contradicts it
 * @param clearedBySuccess whether a later success of the same handler makes this history
 * @param implies what a firing says about the machine, such as {@code agent: down}
 * @param collect kinds of source that would decide, most useful first
 */
public record Rule(
        RuleId id,
        int revision,
        String since,
        String title,
        String summary,
        Kind kind,
        @Nullable String cause,
        @Nullable LeadsTo leadsTo,
        Severity severity,
        Certainty certainty,
        Proof proof,
        Applies applies,
        Scope scope,
        boolean clearedBySuccess,
        Map<String, Signal> evidence,
        Decision decision,
        List<Capture> captures,
        Relations relations,
        Map<String, String> implies,
        String why,
        @Nullable String notThisIf,
        List<String> fixes,
        List<SourceKind> collect,
        List<String> references) {

    /** How far one firing carries. */
    public enum Certainty {
        LOW,
        MEDIUM,
        HIGH
    }

    public Rule {
        evidence = Collections.unmodifiableMap(new LinkedHashMap<>(evidence));
        captures = List.copyOf(captures);
        implies = Collections.unmodifiableMap(new LinkedHashMap<>(implies));
        fixes = List.copyOf(fixes);
        collect = List.copyOf(collect);
        references = List.copyOf(references);
    }
}
