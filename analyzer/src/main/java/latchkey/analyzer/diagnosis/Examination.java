package latchkey.analyzer.diagnosis;

import latchkey.analyzer.evidence.Coverage;
import latchkey.analyzer.timeline.Timeline;
import latchkey.rules.rule.Kind;
import latchkey.rules.rule.Rule;
import latchkey.rules.rule.RuleId;
import latchkey.rules.rule.Scope;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** One machine's case: files are watched, then the answer is drawn. */
public final class Examination {
    private final RuleBook book;
    private final Window window;
    private final Observations observations = new Observations();

    public Examination(RuleBook book, Window window) {
        this.book = book;
        this.window = window;
    }

    /** A sink for one file; hand it back with {@link #add} in the order of the files' names. */
    public Watcher watcher() {
        return new Watcher(book, window);
    }

    public void add(Watcher watcher, Coverage coverage) {
        observations.add(watcher, coverage, new ErrorList(book, watcher));
    }

    /** Draws the answer. */
    public Diagnosis conclude() {
        Timeline timeline = observations.timeline();
        Facts facts = observations.facts();
        Map<RuleId, RuleVerdict> verdicts =
                verdicts(new Judge(book, observations, timeline, facts));
        Clearance clearance =
                new Clearance(timeline, verdicts, seenNow(verdicts), observations.texts());
        verdicts.replaceAll((id, verdict) -> clearance.part(verdict));
        Map<RuleId, Finding> standing = new LinkedHashMap<>();
        List<Finding> past = new ArrayList<>();
        verdicts.forEach(
                (id, verdict) -> {
                    if (verdict instanceof RuleVerdict.Fired fired) {
                        fired.standing().stream()
                                .findFirst()
                                .ifPresent(finding -> standing.put(id, finding));
                        past.addAll(fired.past());
                    }
                });
        return new Conclusion(book.pack(), observations, timeline, facts, clearance)
                .draw(verdicts, standing, past);
    }

    /**
     * One rule's evaluation is one of the three doors behind which anything may go wrong without
     * harm to the rest.
     */
    private Map<RuleId, RuleVerdict> verdicts(Judge judge) {
        Map<RuleId, RuleVerdict> verdicts = new TreeMap<>();
        for (Rule rule : book.pack().rules().values()) {
            RuleVerdict verdict;
            try {
                verdict = judge.judge(rule);
            } catch (RuntimeException e) {
                verdict =
                        new RuleVerdict.Broken(
                                "the rule could not be evaluated: " + e.getClass().getSimpleName());
            }
            verdicts.put(rule.id(), verdict);
        }
        Map<RuleId, RuleVerdict> settled = new TreeMap<>(verdicts);
        for (Rule rule : book.pack().rules().values()) {
            for (RuleId other : rule.applies().unless()) {
                if (verdicts.get(other) instanceof RuleVerdict.Fired rival
                        && settled.get(rule.id()) instanceof RuleVerdict.Fired fired) {
                    settled.put(rule.id(), unless(fired, rival, other));
                }
            }
        }
        return settled;
    }

    /**
     * What remains of a rule that does not apply where the other holds: its findings in other
     * attempts.
     */
    private static RuleVerdict unless(
            RuleVerdict.Fired fired, RuleVerdict.Fired rival, RuleId other) {
        List<Finding> left =
                fired.standing().stream()
                        .filter(
                                finding ->
                                        rival.standing().stream()
                                                .noneMatch(held -> isOfSameTime(finding, held)))
                        .toList();
        return left.isEmpty()
                ? new RuleVerdict.NotApplicable("it does not apply where " + other + " holds")
                : new RuleVerdict.Fired(left, List.of(), fired.because());
    }

    private static boolean isOfSameTime(Finding one, Finding other) {
        boolean parted =
                one.rule().scope() == Scope.ATTEMPT
                        && other.rule().scope() == Scope.ATTEMPT
                        && one.attempt() != null
                        && other.attempt() != null;
        return !parted || Objects.equals(one.attempt(), other.attempt());
    }

    /** Whether a healthy rule was seen in a file that shows the state at collection. */
    private Map<RuleId, Boolean> seenNow(Map<RuleId, RuleVerdict> verdicts) {
        Map<RuleId, Boolean> now = new TreeMap<>();
        for (Rule rule : book.pack().rules().values()) {
            if (rule.kind() == Kind.HEALTHY
                    && verdicts.get(rule.id()) instanceof RuleVerdict.Fired) {
                now.put(
                        rule.id(),
                        rule.evidence().keySet().stream()
                                .flatMap(
                                        name ->
                                                observations
                                                        .sightingsOf(book.signalId(rule, name))
                                                        .stream())
                                .anyMatch(Clearance::isStateOfNow));
            }
        }
        return now;
    }
}
