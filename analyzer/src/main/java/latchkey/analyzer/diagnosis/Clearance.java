package latchkey.analyzer.diagnosis;

import latchkey.analyzer.evidence.Quote;
import latchkey.analyzer.timeline.Attempt;
import latchkey.analyzer.timeline.Timeline;
import latchkey.rules.rule.Kind;
import latchkey.rules.rule.RuleId;
import latchkey.rules.rule.Scope;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells what still stands from what a later success or a later proof of health made history. */
final class Clearance {
    /**
     * Files that show the state at the moment of collection; undated words in them are newer than
     * any log line.
     */
    private static final Set<String> STATE_OF_NOW =
            Set.of("instance-view", "aggregate-status", "powershell-vm-status");

    private final Timeline timeline;
    private final Map<RuleId, List<Health>> healthOf = new LinkedHashMap<>();
    private final List<Attempt> accountedFor = new ArrayList<>();
    private final Set<String> texts;

    /** What the machine itself shows of its state. */
    private final List<Map<String, String>> shown = new ArrayList<>();

    private final List<Finding> successes = new ArrayList<>();

    /** When a healthy rule was last seen to hold. */
    private record Health(@Nullable Instant last, boolean now, List<Finding.Proof> proof) {}

    /**
     * @param texts files of unknown origin, whose lines stand in the order of what happened
     */
    Clearance(
            Timeline timeline,
            Map<RuleId, RuleVerdict> verdicts,
            Map<RuleId, Boolean> seenNow,
            Set<String> texts) {
        this.timeline = timeline;
        this.texts = texts;
        verdicts.forEach(
                (id, verdict) -> {
                    if (verdict instanceof RuleVerdict.Fired fired && !fired.standing().isEmpty()) {
                        fired.standing().forEach(this::account);
                        Finding latest = latest(fired.standing());
                        if (latest.rule().kind() == Kind.HEALTHY) {
                            successes.addAll(fired.standing());
                            if (!latest.told()) {
                                shown.add(latest.rule().implies());
                            }
                            Health health =
                                    new Health(
                                            latest.last(),
                                            seenNow.getOrDefault(id, false),
                                            latest.proof());
                            latest.rule()
                                    .relations()
                                    .clears()
                                    .forEach(
                                            cleared ->
                                                    healthOf.computeIfAbsent(
                                                                    cleared,
                                                                    key -> new ArrayList<>())
                                                            .add(health));
                        }
                    }
                });
    }

    private void account(Finding finding) {
        if (finding.attempt() != null && isReasonOfItsAttempt(finding)) {
            accountedFor.add(finding.attempt());
        }
    }

    static boolean isStateOfNow(Sighting sighting) {
        return STATE_OF_NOW.contains(sighting.kind().id());
    }

    /** The verdict with its findings parted into standing and past. */
    RuleVerdict part(RuleVerdict verdict) {
        if (!(verdict instanceof RuleVerdict.Fired fired)) {
            return verdict;
        }
        Kind kind = fired.standing().getFirst().rule().kind();
        if (kind == Kind.HEALTHY || kind == Kind.CONTEXT) {
            return fired;
        }
        List<Finding> standing =
                fired.standing().stream().filter(finding -> !isPast(finding)).toList();
        List<Finding> past = fired.standing().stream().filter(this::isPast).toList();
        String because =
                standing.isEmpty()
                        ? fired.because() + "; what came later made it history"
                        : fired.because();
        return new RuleVerdict.Fired(standing, past, because);
    }

    /** Whether a later success of the finding's handler made it history. */
    boolean isCured(Finding finding) {
        return finding.rule().clearedBySuccess()
                && (timeline.successAfter(
                                        Judge.handlerOf(finding.rule()),
                                        finding.attempt(),
                                        finding.last())
                                .isPresent()
                        || isToldBeforeSuccess(finding));
    }

    /** In notes without times what is told later happened later. */
    private boolean isToldBeforeSuccess(Finding finding) {
        if (finding.last() != null || finding.attempt() != null) {
            return false;
        }
        String handler = Judge.handlerOf(finding.rule());
        return successes.stream()
                .filter(success -> success.rule().scope() == Scope.ATTEMPT)
                .filter(success -> handler.equals(Judge.handlerOf(success.rule())))
                .flatMap(success -> success.proof().stream())
                .map(Finding.Proof::quote)
                .filter(quote -> quote.time() == null && texts.contains(quote.file()))
                .anyMatch(
                        quote ->
                                finding.proof().stream()
                                        .map(Finding.Proof::quote)
                                        .allMatch(told -> isBefore(told, quote)));
    }

    private static boolean isBefore(Quote one, Quote other) {
        return one.file().equals(other.file()) && one.line() < other.line();
    }

    private boolean isPast(Finding finding) {
        return isCured(finding)
                || isOutlived(finding)
                || isSuperseded(finding)
                || isSaidAgainstProof(finding);
    }

    /**
     * People may err: what a machine shows to be well is not ill because somebody says so. A state
     * that is shown speaks against the word; of a success it depends on which came later.
     */
    private boolean isSaidAgainstProof(Finding finding) {
        if (!finding.told()) {
            return false;
        }
        Map<String, String> claimed = finding.rule().implies();
        boolean otherwise =
                shown.stream()
                        .flatMap(state -> state.entrySet().stream())
                        .anyMatch(
                                state ->
                                        claimed.containsKey(state.getKey())
                                                && !state.getValue()
                                                        .equals(claimed.get(state.getKey())));
        return otherwise
                || healthOf.getOrDefault(finding.rule().id(), List.of()).stream()
                        .anyMatch(health -> health.now() || isShownAfter(finding, health));
    }

    private boolean isShownAfter(Finding finding, Health health) {
        return health.proof().stream()
                .map(Finding.Proof::quote)
                .anyMatch(
                        shown ->
                                !texts.contains(shown.file())
                                        || finding.proof().stream()
                                                .allMatch(told -> isBefore(told.quote(), shown)));
    }

    /**
     * Whether the handler failed again since then: a newer attempt with a reason of its own, or one
     * that by its number is certainly another, has taken the place of the older one.
     */
    private boolean isSuperseded(Finding finding) {
        Attempt attempt = finding.attempt();
        if (attempt == null || !isReasonOfItsAttempt(finding)) {
            return false;
        }
        return accountedFor.stream()
                        .anyMatch(
                                newer -> isOfSameHandler(newer, attempt) && newer.isAfter(attempt))
                || timeline.attemptsOf(attempt.handler()).stream()
                        .filter(newer -> newer.result() == Attempt.Result.FAILED && newer.stated())
                        .filter(newer -> newer.sequence() != null && attempt.sequence() != null)
                        .anyMatch(newer -> newer.isAfter(attempt));
    }

    private static boolean isOfSameHandler(Attempt one, Attempt other) {
        return one.handler().equalsIgnoreCase(other.handler());
    }

    /**
     * A cause that is about one attempt and that a success would cure; others may outlast their
     * attempt.
     */
    private static boolean isReasonOfItsAttempt(Finding finding) {
        return finding.rule().kind() == Kind.CAUSE
                && finding.rule().scope() == Scope.ATTEMPT
                && finding.rule().clearedBySuccess();
    }

    private boolean isOutlived(Finding finding) {
        Instant last = finding.last();
        if (last == null) {
            return false;
        }
        return healthOf.getOrDefault(finding.rule().id(), List.of()).stream()
                .anyMatch(
                        health ->
                                health.last() == null ? health.now() : health.last().isAfter(last));
    }

    private static Finding latest(List<Finding> findings) {
        Finding latest = findings.getFirst();
        for (Finding finding : findings) {
            Instant last = finding.last();
            Instant known = latest.last();
            if (last != null && (known == null || last.isAfter(known))) {
                latest = finding;
            }
        }
        return latest;
    }
}
