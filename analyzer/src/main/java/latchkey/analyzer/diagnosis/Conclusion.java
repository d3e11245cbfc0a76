package latchkey.analyzer.diagnosis;

import latchkey.analyzer.evidence.Order;
import latchkey.analyzer.evidence.RunKey;
import latchkey.analyzer.timeline.Attempt;
import latchkey.analyzer.timeline.Timeline;
import latchkey.rules.rule.Kind;
import latchkey.rules.rule.LeadsTo;
import latchkey.rules.rule.Pack;
import latchkey.rules.rule.RuleId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Draws the one answer from the verdicts of all rules. */
final class Conclusion {
    /**
     * A cluster this heavy tells of a failure by itself, also when no symptom rule knows its words.
     */
    private static final int FAILURE_WEIGHT = 60;

    /** The weight of a log line that calls itself an error. */
    private static final int ERROR_WEIGHT = 45;

    private static final int OFTEN = 5;
    private static final int UNEXPLAINED_LIMIT = 20;

    private final Pack pack;
    private final Observations observations;
    private final Timeline timeline;
    private final Facts facts;
    private final Clearance clearance;
    private final @Nullable Attempt lastAttempt;

    Conclusion(
            Pack pack,
            Observations observations,
            Timeline timeline,
            Facts facts,
            Clearance clearance) {
        this.pack = pack;
        this.observations = observations;
        this.timeline = timeline;
        this.facts = facts;
        this.clearance = clearance;
        List<Attempt> attempts = timeline.attemptsOf(RunKey.VMACCESS);
        this.lastAttempt = attempts.stream().reduce((a, b) -> a.isAfter(b) ? a : b).orElse(null);
    }

    Diagnosis draw(
            Map<RuleId, RuleVerdict> verdicts, Map<RuleId, Finding> standing, List<Finding> past) {
        CauseGraph graph = new CauseGraph(pack, standing, lastAttempt);
        List<Finding> causes = graph.ranked();
        List<Finding> symptoms = standingSymptoms(standing, past);
        List<Clusters.Cluster> clusters = standingClusters();
        List<Finding> history = history(past);
        Outcome outcome = outcome(causes, symptoms, standing, history, clusters);
        if (outcome != Outcome.CAUSE_FOUND
                && outcome != Outcome.RESOLVED
                && outcome != Outcome.HEALTHY) {
            history =
                    history.stream()
                            .filter(finding -> finding.rule().kind() == Kind.CAUSE)
                            .toList();
        }
        Map<RuleId, Set<RuleId>> explained = new TreeMap<>();
        causes.forEach(cause -> explained.put(cause.rule().id(), graph.explainedBy(cause)));
        history.forEach(cause -> explained.putIfAbsent(cause.rule().id(), Set.of()));
        List<Finding> leading = causes.isEmpty() ? symptoms : causes.subList(0, 1);
        boolean settled = outcome == Outcome.RESOLVED || outcome == Outcome.HEALTHY;
        List<Diagnosis.Next> next =
                settled
                        ? List.of()
                        : new NextEvidence(pack, observations.covered(), verdicts).after(leading);
        return new Diagnosis(
                outcome,
                causes,
                symptoms,
                history,
                unexplained(clusters, !causes.isEmpty()),
                next,
                verdicts,
                explained,
                implied(standing),
                facts,
                timeline);
    }

    private Outcome outcome(
            List<Finding> causes,
            List<Finding> symptoms,
            Map<RuleId, Finding> standing,
            List<Finding> history,
            List<Clusters.Cluster> clusters) {
        if (!causes.isEmpty()) {
            return Outcome.CAUSE_FOUND;
        }
        Outcome told = ofSymptoms(symptoms);
        boolean accessWorked =
                (lastAttempt != null && lastAttempt.result() == Attempt.Result.SUCCEEDED)
                        || standing.values().stream().anyMatch(Conclusion::isAccessSuccess);
        if (told == Outcome.OUT_OF_SCOPE && accessWorked) {
            told = null;
        }
        if (told != null) {
            return told;
        }
        if (lastAttempt != null && lastAttempt.result() == Attempt.Result.FAILED) {
            return Outcome.UNKNOWN_FAILURE;
        }
        List<Attempt> attempts = timeline.attemptsOf(RunKey.VMACCESS);
        boolean failedBefore =
                attempts.stream().anyMatch(attempt -> attempt.result() == Attempt.Result.FAILED);
        boolean cured =
                history.stream()
                        .filter(past -> past.rule().kind() == Kind.CAUSE)
                        .anyMatch(past -> isCured(past, failedBefore, accessWorked));
        if (cured || (failedBefore && accessWorked && !history.isEmpty())) {
            return Outcome.RESOLVED;
        }
        if (accessWorked) {
            return Outcome.HEALTHY;
        }
        boolean failure = clusters.stream().anyMatch(cluster -> cluster.weight() >= FAILURE_WEIGHT);
        if (failure) {
            return Outcome.UNKNOWN_FAILURE;
        }
        boolean health =
                standing.values().stream()
                        .anyMatch(finding -> finding.rule().kind() == Kind.HEALTHY);
        boolean unfinished =
                lastAttempt != null && lastAttempt.result() == Attempt.Result.UNFINISHED;
        boolean complains = clusters.stream().anyMatch(Conclusion::isComplaint);
        return health && !unfinished && !complains
                ? Outcome.HEALTHY
                : Outcome.INSUFFICIENT_EVIDENCE;
    }

    /** An error that nothing explains and that the agent itself writes again and again. */
    private static boolean isComplaint(Clusters.Cluster cluster) {
        return cluster.kind().id().equals("waappagent-log")
                && cluster.weight() >= ERROR_WEIGHT
                && cluster.count() >= OFTEN;
    }

    /**
     * A refused request is a failure by itself; a state of the machine is one that somebody met.
     */
    private boolean isCured(Finding past, boolean failedBefore, boolean accessWorked) {
        boolean refused = past.rule().id().value().startsWith("ARM-");
        return refused
                ? accessWorked || clearance.isCured(past)
                : clearance.isCured(past) && (failedBefore || !isPassingState(past.rule().id()));
    }

    /**
     * Symptoms that stand; words without a time go with the past cause they follow from, once
     * VMAccess worked.
     */
    private List<Finding> standingSymptoms(Map<RuleId, Finding> standing, List<Finding> past) {
        Set<RuleId> explained = new TreeSet<>();
        past.stream()
                .filter(finding -> finding.rule().kind() == Kind.CAUSE)
                .forEach(finding -> explained.addAll(finding.rule().relations().explains()));
        boolean worked = lastAttempt != null && lastAttempt.result() == Attempt.Result.SUCCEEDED;
        return ofKind(standing, Kind.SYMPTOM).stream()
                .filter(
                        symptom ->
                                !worked
                                        || symptom.last() != null
                                        || !explained.contains(symptom.rule().id()))
                .toList();
    }

    /**
     * A state of the machine that proof of health can end; without a failed attempt it harmed
     * nobody.
     */
    private boolean isPassingState(RuleId id) {
        return pack.rules().values().stream()
                .anyMatch(rule -> rule.relations().clears().contains(id));
    }

    /** VMA-2nn and ARM-201 alike: a healthy rule about the VMAccess handler. */
    private static boolean isAccessSuccess(Finding finding) {
        String handler = finding.rule().applies().handler();
        return finding.rule().kind() == Kind.HEALTHY
                && handler != null
                && handler.equalsIgnoreCase(RunKey.VMACCESS)
                && (finding.attempt() == null
                        || finding.attempt().result() == Attempt.Result.SUCCEEDED);
    }

    /**
     * The strongest word among the symptoms nobody explains: a failure of ours, then doubt, then
     * somebody else's.
     */
    private static @Nullable Outcome ofSymptoms(List<Finding> symptoms) {
        Outcome told = null;
        for (Finding symptom : symptoms) {
            LeadsTo leadsTo = symptom.rule().leadsTo();
            if (leadsTo != null) {
                Outcome outcome =
                        switch (leadsTo) {
                            case UNKNOWN_FAILURE -> Outcome.UNKNOWN_FAILURE;
                            case INSUFFICIENT_EVIDENCE -> Outcome.INSUFFICIENT_EVIDENCE;
                            case OUT_OF_SCOPE -> Outcome.OUT_OF_SCOPE;
                        };
                told = told == null || outcome.compareTo(told) < 0 ? outcome : told;
            }
        }
        return told;
    }

    /**
     * Past causes, the latest first; a past symptom only where no past cause belongs to the same
     * attempt.
     */
    private static List<Finding> history(List<Finding> past) {
        List<Finding> causes =
                past.stream().filter(finding -> finding.rule().kind() == Kind.CAUSE).toList();
        Set<Attempt> named = new LinkedHashSet<>();
        causes.forEach(
                cause -> {
                    if (cause.attempt() != null) {
                        named.add(cause.attempt());
                    }
                });
        List<Finding> history = new ArrayList<>(causes);
        past.stream()
                .filter(finding -> finding.rule().kind() == Kind.SYMPTOM)
                .filter(
                        finding ->
                                causes.isEmpty()
                                        || (finding.attempt() != null
                                                && !named.contains(finding.attempt())))
                .forEach(history::add);
        history.sort(
                Order.of(
                        Order.down(Order.missingFirst(Finding::last)),
                        Order.by(finding -> finding.rule().id())));
        return history;
    }

    private static List<Finding> ofKind(Map<RuleId, Finding> standing, Kind kind) {
        return standing.values().stream().filter(finding -> finding.rule().kind() == kind).toList();
    }

    /** Clusters that are not older than the last success of VMAccess, the heaviest first. */
    private List<Clusters.Cluster> standingClusters() {
        List<Clusters.Cluster> standing = new ArrayList<>();
        for (Clusters.Cluster cluster : observations.clusters().all()) {
            boolean statusOfSuccess =
                    cluster.kind().id().equals("handler-status")
                            && !observations.tellsFailure(cluster.quote().file());
            Attempt attempt =
                    timeline.attemptOf(RunKey.VMACCESS, cluster.run(), cluster.quote().time())
                            .orElse(null);
            boolean cured =
                    timeline.successAfter(RunKey.VMACCESS, attempt, cluster.quote().time())
                            .isPresent();
            if (!statusOfSuccess && !cured) {
                standing.add(cluster);
            }
        }
        standing.sort(
                Order.of(
                        Order.by(cluster -> -importance(cluster)),
                        Order.by(cluster -> cluster.quote().file()),
                        Order.by(cluster -> cluster.quote().line())));
        return standing;
    }

    private int importance(Clusters.Cluster cluster) {
        Instant time = cluster.quote().time();
        boolean ofLast = lastAttempt != null && time != null && lastAttempt.covers(time);
        int repeats = Math.min(15, 2 * (64 - Long.numberOfLeadingZeros(cluster.count())));
        return cluster.weight() + (ofLast ? 20 : 0) - repeats;
    }

    private static List<Diagnosis.Unexplained> unexplained(
            List<Clusters.Cluster> clusters, boolean caused) {
        return clusters.stream()
                .filter(cluster -> !caused || !cluster.isWrapper())
                .limit(UNEXPLAINED_LIMIT)
                .map(
                        cluster ->
                                new Diagnosis.Unexplained(
                                        cluster.quote(), cluster.text(), cluster.count()))
                .toList();
    }

    private static Map<String, String> implied(Map<RuleId, Finding> standing) {
        Map<String, String> implied = new LinkedHashMap<>();
        for (Kind kind : List.of(Kind.HEALTHY, Kind.CONTEXT, Kind.SYMPTOM, Kind.CAUSE)) {
            ofKind(standing, kind).forEach(finding -> implied.putAll(finding.rule().implies()));
        }
        return implied;
    }
}
