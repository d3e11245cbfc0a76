package latchkey.analyzer.report;

import latchkey.analyzer.diagnosis.Diagnosis;
import latchkey.analyzer.diagnosis.Facts;
import latchkey.analyzer.diagnosis.Finding;
import latchkey.analyzer.diagnosis.Outcome;
import latchkey.analyzer.diagnosis.RuleVerdict;
import latchkey.analyzer.evidence.Coverage;
import latchkey.analyzer.evidence.FactName;
import latchkey.analyzer.fix.FixPlanner;
import latchkey.analyzer.fix.MachineState;
import latchkey.analyzer.fix.PlannedFix;
import latchkey.analyzer.hint.Hints;
import latchkey.analyzer.timeline.Attempt;
import latchkey.rules.rule.Fix;
import latchkey.rules.rule.Kind;
import latchkey.rules.rule.Pack;
import latchkey.rules.rule.Rule;
import latchkey.rules.rule.RuleId;

import org.jspecify.annotations.Nullable;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts the answer into the one report object. */
final class ReportWriter {
    private static final int HINTED = 5;
    private static final int HINTS_EACH = 3;

    /**
     * The portal's own name for the extension; a machine that has another one says so in its
     * evidence.
     */
    private static final String USUAL_EXTENSION = "enablevmaccess";

    private final Pack pack;
    private final List<Report.RulePack> packs;
    private final Map<String, String> slots;

    ReportWriter(Pack pack, List<Report.RulePack> packs, Map<String, String> slots) {
        this.pack = pack;
        this.packs = packs;
        this.slots = slots;
    }

    Report write(Investigation.Result result) throws IOException {
        Diagnosis diagnosis = result.diagnosis();
        MachineState state = stateOf(diagnosis);
        return new Report(
                new Report.Tool("latchkey", ToolVersion.NUMBER, packs),
                result.inputs().stream()
                        .map(
                                input ->
                                        new Report.Input(
                                                input.name(),
                                                input.kind(),
                                                input.bytes(),
                                                input.sha256()))
                        .toList(),
                machine(diagnosis.facts()),
                diagnosis.outcome(),
                diagnosis.causes().stream().map(cause -> cause(cause, diagnosis, state)).toList(),
                diagnosis.symptoms().stream().map(ReportWriter::symptom).toList(),
                diagnosis.history().stream().map(past -> cause(past, diagnosis, state)).toList(),
                unexplained(diagnosis),
                diagnosis.collectNext().stream()
                        .map(
                                next ->
                                        new Report.CollectNext(
                                                next.source().title(),
                                                next.why(),
                                                next.source().collect()))
                        .toList(),
                rules(diagnosis),
                result.coverage().stream().map(ReportWriter::coverage).toList(),
                Report.Redactions.NONE);
    }

    private static Report.Machine machine(Facts facts) {
        String name = facts.value(FactName.VM_NAME);
        String os = facts.value(FactName.OS_NAME);
        String version = facts.value(FactName.OS_VERSION);
        String whole = os == null ? version : version == null ? os : os + " (" + version + ")";
        return new Report.Machine(
                name == null ? facts.value(FactName.COMPUTER_NAME) : name,
                whole,
                facts.value(FactName.AGENT_VERSION),
                facts.value(FactName.VMACCESS_VERSION));
    }

    /**
     * What the machine itself shows, then what the fired rules say; the rules have the last word.
     */
    private static MachineState stateOf(Diagnosis diagnosis) {
        Map<String, String> words = new LinkedHashMap<>();
        put(words, "vm", diagnosis.facts().value(FactName.POWER_STATE));
        put(words, "cloud", diagnosis.facts().value(FactName.CLOUD));
        String agent = diagnosis.facts().value(FactName.AGENT_STATUS);
        put(words, "agent", agent == null ? null : agent.equals("ready") ? "up" : "down");
        String role = diagnosis.facts().value(FactName.DOMAIN_ROLE);
        put(
                words,
                "domain-controller",
                role == null ? null : role.contains("DomainController") ? "yes" : "no");
        words.putAll(diagnosis.implied());
        return MachineState.from(words);
    }

    private static void put(Map<String, String> words, String name, @Nullable String word) {
        if (word != null) {
            words.put(name, word);
        }
    }

    private Report.CauseFound cause(Finding finding, Diagnosis diagnosis, MachineState state) {
        Rule rule = finding.rule();
        List<Fix> fixes =
                rule.fixes().stream()
                        .map(id -> pack.fixes().get(id))
                        .filter(fix -> fix != null)
                        .toList();
        return new Report.CauseFound(
                rule.cause(),
                rule.id(),
                finding.fill(rule.title()),
                finding.fill(rule.summary() + " " + rule.why()),
                switch (finding.certainty()) {
                    case HIGH -> Report.Confidence.HIGH;
                    case MEDIUM -> Report.Confidence.MEDIUM;
                    case LOW -> Report.Confidence.LOW;
                },
                attempt(finding.attempt()),
                proof(finding),
                List.copyOf(diagnosis.explained().getOrDefault(rule.id(), java.util.Set.of())),
                FixPlanner.plan(fixes, state, slotsFor(finding, diagnosis.facts())).stream()
                        .map(ReportWriter::wayOut)
                        .toList(),
                rule.references());
    }

    private static Report.@Nullable AttemptRun attempt(@Nullable Attempt attempt) {
        return attempt == null
                ? null
                : new Report.AttemptRun(
                        attempt.handler(), attempt.sequence(), attempt.from(), attempt.to());
    }

    private static List<Report.Proof> proof(Finding finding) {
        List<Report.Proof> proof = new ArrayList<>();
        for (Finding.Proof one : finding.proof()) {
            proof.add(
                    new Report.Proof(
                            one.quote().file(),
                            one.quote().line(),
                            one.quote().time(),
                            one.quote().text(),
                            one.says()));
        }
        return proof;
    }

    private static Report.Symptom symptom(Finding finding) {
        return new Report.Symptom(
                finding.rule().id(), finding.fill(finding.rule().title()), proof(finding));
    }

    /**
     * What the caller gave comes first, then what the rule captured, then what the machine shows.
     */
    private Map<String, String> slotsFor(Finding finding, Facts facts) {
        Map<String, String> values = new TreeMap<>();
        putFact(values, "vm", facts, FactName.COMPUTER_NAME);
        putFact(values, "vm", facts, FactName.VM_NAME);
        putFact(values, "rg", facts, FactName.RESOURCE_GROUP);
        putFact(values, "region", facts, FactName.REGION);
        putFact(values, "subscription", facts, FactName.SUBSCRIPTION);
        values.put("extension", USUAL_EXTENSION);
        putFact(values, "extension", facts, FactName.EXTENSION_NAME);
        putFact(values, "user", facts, FactName.VMACCESS_USER);
        finding.captures().forEach((name, captured) -> values.put(name, captured.value()));
        values.putAll(slots);
        return values;
    }

    private static void putFact(Map<String, String> values, String slot, Facts facts, String fact) {
        put(values, slot, facts.value(fact));
    }

    private static Report.WayOut wayOut(PlannedFix planned) {
        Fix fix = planned.fix();
        return new Report.WayOut(
                fix.id(),
                fix.goal(),
                fix.cure(),
                fix.safety(),
                planned.available(),
                planned.unavailableBecause(),
                fix.role(),
                fix.warnings(),
                planned.steps().stream()
                        .map(step -> new Report.Step(step.channel(), step.text(), step.command()))
                        .toList(),
                fix.check(),
                fix.undo());
    }

    /**
     * Hints cost an index; they are sought only where no cause was found and nothing shows that the
     * machine is well.
     */
    private static List<Report.Unexplained> unexplained(Diagnosis diagnosis) throws IOException {
        List<Diagnosis.Unexplained> open = diagnosis.unexplained();
        boolean sought =
                diagnosis.outcome() == Outcome.UNKNOWN_FAILURE
                        || (diagnosis.outcome() == Outcome.INSUFFICIENT_EVIDENCE
                                && !showsHealth(diagnosis));
        if (open.isEmpty() || !sought) {
            return open.stream().map(one -> unexplained(one, List.of())).toList();
        }
        List<Report.Unexplained> hinted = new ArrayList<>();
        try (Hints hints = Hints.open()) {
            for (Diagnosis.Unexplained one : open) {
                List<Report.NearRule> near =
                        hinted.size() >= HINTED
                                ? List.of()
                                : hints.nearest(one.text(), HINTS_EACH).stream()
                                        .map(hint -> new Report.NearRule(hint.rule(), hint.why()))
                                        .toList();
                hinted.add(unexplained(one, near));
            }
        } catch (FileNotFoundException e) {
            // A program packed without the index answers without hints; they are never part of a
            // verdict.
            return open.stream().map(one -> unexplained(one, List.of())).toList();
        }
        return hinted;
    }

    private static boolean showsHealth(Diagnosis diagnosis) {
        for (RuleVerdict verdict : diagnosis.verdicts().values()) {
            if (verdict instanceof RuleVerdict.Fired fired
                    && !fired.standing().isEmpty()
                    && fired.standing().getFirst().rule().kind() == Kind.HEALTHY) {
                return true;
            }
        }
        return false;
    }

    private static Report.Unexplained unexplained(
            Diagnosis.Unexplained one, List<Report.NearRule> hints) {
        return new Report.Unexplained(
                one.quote().text(), one.count(), one.quote().file(), one.quote().line(), hints);
    }

    private static List<Report.RuleResult> rules(Diagnosis diagnosis) {
        List<Report.RuleResult> rules = new ArrayList<>();
        diagnosis
                .verdicts()
                .forEach(
                        (RuleId id, RuleVerdict verdict) -> {
                            rules.add(new Report.RuleResult(id, word(verdict), verdict.because()));
                        });
        return rules;
    }

    private static Report.RuleVerdictWord word(RuleVerdict verdict) {
        if (verdict instanceof RuleVerdict.Fired) {
            return Report.RuleVerdictWord.FIRED;
        }
        if (verdict instanceof RuleVerdict.Quiet) {
            return Report.RuleVerdictWord.QUIET;
        }
        if (verdict instanceof RuleVerdict.Undecided) {
            return Report.RuleVerdictWord.UNDECIDED;
        }
        return verdict instanceof RuleVerdict.NotApplicable
                ? Report.RuleVerdictWord.NOT_APPLICABLE
                : Report.RuleVerdictWord.BROKEN;
    }

    private static Report.FileCoverage coverage(Coverage row) {
        return new Report.FileCoverage(
                row.file(),
                row.kind().id(),
                row.lines(),
                row.unparsed(),
                row.from(),
                row.to(),
                row.encoding(),
                row.read(),
                row.because(),
                row.gaps());
    }
}
