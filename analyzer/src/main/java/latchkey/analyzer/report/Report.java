package latchkey.analyzer.report;

import latchkey.analyzer.diagnosis.Outcome;
import latchkey.rules.rule.Fix;
import latchkey.rules.rule.RuleId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The whole answer about one machine, as every face shows it.
 *
 * @param causes standing causes, the answer first; not empty exactly when the outcome is a found
 *     cause
 * @param history past failures, the latest first
 */
public record Report(
        Tool tool,
        List<Input> inputs,
        Machine machine,
        Outcome outcome,
        List<CauseFound> causes,
        List<Symptom> symptoms,
        List<CauseFound> history,
        List<Unexplained> unexplained,
        List<CollectNext> collectNext,
        List<RuleResult> rules,
        List<FileCoverage> coverage,
        Redactions redactions) {
    /** Version of the schema that {@code report-1} describes. */
    public static final String SCHEMA_VERSION = "1.0";

    public Report {
        inputs = List.copyOf(inputs);
        causes = List.copyOf(causes);
        symptoms = List.copyOf(symptoms);
        history = List.copyOf(history);
        unexplained = List.copyOf(unexplained);
        collectNext = List.copyOf(collectNext);
        rules = List.copyOf(rules);
        coverage = List.copyOf(coverage);
        if (causes.stream().anyMatch(cause -> cause.cause() == null)) {
            throw new IllegalArgumentException("a standing cause has a name");
        }
        if ((outcome == Outcome.CAUSE_FOUND) == causes.isEmpty()) {
            throw new IllegalArgumentException(
                    "causes are there exactly when the outcome is a found cause");
        }
    }

    /**
     * Rewrites every word that may come from the evidence; ids, closed words and the authors' own
     * texts stay.
     */
    public Report map(UnaryOperator<String> words) {
        return ReportWords.map(this, words);
    }

    /** The same report with another account of what was masked. */
    public Report withRedactions(Redactions masked) {
        return new Report(
                tool,
                inputs,
                machine,
                outcome,
                causes,
                symptoms,
                history,
                unexplained,
                collectNext,
                rules,
                coverage,
                masked);
    }

    /** The program and the knowledge that gave this answer. */
    public record Tool(String name, String version, List<RulePack> rulePacks) {
        public Tool {
            rulePacks = List.copyOf(rulePacks);
        }
    }

    /** One set of rules in use. */
    public record RulePack(String name, String version, String sha256) {}

    /** One thing handed in. */
    public record Input(String name, String kind, long bytes, @Nullable String sha256) {}

    /** What the evidence says the machine is. */
    public record Machine(
            @Nullable String name,
            @Nullable String os,
            @Nullable String agentVersion,
            @Nullable String vmAccessVersion) {
        public static final Machine UNKNOWN = new Machine(null, null, null, null);
    }

    /** How sure a cause is. */
    public enum Confidence {
        HIGH,
        MEDIUM,
        LOW
    }

    /**
     * A root cause with its proof and the ways out.
     *
     * @param cause null only in the history, for a past failure whose cause nobody knows
     */
    public record CauseFound(
            @Nullable String cause,
            RuleId rule,
            String title,
            String summary,
            Confidence confidence,
            @Nullable AttemptRun attempt,
            List<Proof> evidence,
            List<RuleId> explains,
            List<WayOut> fixes,
            List<String> references) {
        public CauseFound {
            evidence = List.copyOf(evidence);
            explains = List.copyOf(explains);
            fixes = List.copyOf(fixes);
            references = List.copyOf(references);
            if (evidence.isEmpty()) {
                throw new IllegalArgumentException("a cause needs evidence");
            }
        }

        /** The cause for people and for faces that need a word. */
        public String named() {
            return cause == null ? "unknown" : cause;
        }
    }

    /** The run of a handler that a cause belongs to. */
    public record AttemptRun(
            String handler,
            @Nullable Integer sequence,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /** A quoted line and what it proves. */
    public record Proof(String file, int line, @Nullable Instant time, String text, String says) {}

    /**
     * A fix held against the machine's state.
     *
     * @param unavailableBecause null exactly when the fix is available
     */
    public record WayOut(
            String id,
            String goal,
            Fix.Cure cure,
            Fix.Safety safety,
            boolean available,
            @Nullable String unavailableBecause,
            String role,
            List<String> warnings,
            List<Step> steps,
            String check,
            String undo) {
        public WayOut {
            warnings = List.copyOf(warnings);
            steps = List.copyOf(steps);
        }
    }

    /** One step of a fix, ready to be carried out. */
    public record Step(Fix.Channel channel, String text, @Nullable String command) {}

    /** A wrapper or consequence that was seen. */
    public record Symptom(RuleId rule, String title, List<Proof> evidence) {
        public Symptom {
            evidence = List.copyOf(evidence);
        }
    }

    /** Alike records that no rule explains. */
    public record Unexplained(
            String text, long count, String file, int line, List<NearRule> hints) {
        public Unexplained {
            hints = List.copyOf(hints);
        }
    }

    /** A known error whose words are near; never a verdict. */
    public record NearRule(RuleId rule, String why) {}

    /** Evidence that would tell most. */
    public record CollectNext(String what, String why, String how) {}

    /** How a rule ended. */
    public enum RuleVerdictWord {
        FIRED,
        QUIET,
        UNDECIDED,
        NOT_APPLICABLE,
        BROKEN
    }

    /** How one rule ended, with the reason. */
    public record RuleResult(RuleId id, RuleVerdictWord verdict, String because) {}

    /** What became of one file. */
    public record FileCoverage(
            String file,
            String kind,
            long lines,
            long unparsed,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String encoding,
            latchkey.analyzer.evidence.Coverage.Read read,
            @Nullable String because,
            List<String> gaps) {
        public FileCoverage {
            gaps = List.copyOf(gaps);
        }
    }

    /** How much was masked, by class of secret or identity. */
    public record Redactions(int count, Map<String, Integer> byClass) {
        public static final Redactions NONE = new Redactions(0, Map.of());

        public Redactions {
            byClass = Collections.unmodifiableMap(new TreeMap<>(byClass));
        }
    }
}
