package latchkey.analyzer.diagnosis;

import latchkey.analyzer.evidence.Order;
import latchkey.analyzer.timeline.Attempt;
import latchkey.rules.rule.Kind;
import latchkey.rules.rule.Pack;
import latchkey.rules.rule.Rule;
import latchkey.rules.rule.RuleId;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Weighs the causes that fired: what another one explains, beats or excludes steps back, and of the
 * rest the one that explains most of what was seen comes first.
 */
final class CauseGraph {
    private final Pack pack;
    private final Map<RuleId, Finding> fired;
    private final @Nullable Attempt lastAttempt;

    /**
     * @param fired the standing finding of each rule that fired, causes and symptoms
     * @param lastAttempt the newest attempt of the VMAccess handler, null when none is known
     */
    CauseGraph(Pack pack, Map<RuleId, Finding> fired, @Nullable Attempt lastAttempt) {
        this.pack = pack;
        this.fired = new LinkedHashMap<>(fired);
        this.lastAttempt = lastAttempt;
    }

    /** The causes that remain, the answer first. */
    List<Finding> ranked() {
        List<Finding> causes = new ArrayList<>();
        for (Finding finding : fired.values()) {
            if (finding.rule().kind() == Kind.CAUSE && !stepsBack(finding)) {
                causes.add(finding);
            }
        }
        causes.sort(order());
        return onePerCause(causes);
    }

    /** Ids of the fired rules that this finding accounts for, directly or through others. */
    Set<RuleId> explainedBy(Finding finding) {
        Set<RuleId> explained = new TreeSet<>();
        for (RuleId id : reach(finding.rule())) {
            if (fired.containsKey(id)) {
                explained.add(id);
            }
        }
        return explained;
    }

    private Comparator<Finding> order() {
        return Order.of(
                Order.by(finding -> !isOfLastAttempt(finding)),
                Order.by(Finding::told),
                Order.down(Order.by(Finding::certainty)),
                Order.down(Order.by(finding -> explainedBy(finding).size())),
                Order.down(Order.by(finding -> finding.rule().severity())),
                Order.down(Order.missingFirst(Finding::last)),
                Order.by(finding -> finding.rule().id()));
    }

    /**
     * What is undated, or as new as the last attempt, speaks of today; an older attempt's reason
     * does not.
     */
    private boolean isOfLastAttempt(Finding finding) {
        Attempt attempt = finding.attempt();
        if (lastAttempt == null || attempt == null || attempt.equals(lastAttempt)) {
            return true;
        }
        return !lastAttempt.isAfter(attempt);
    }

    /**
     * Whether another fired cause accounts for this one, beats it, or rules it out with better
     * evidence.
     */
    private boolean stepsBack(Finding finding) {
        RuleId id = finding.rule().id();
        for (Finding other : fired.values()) {
            if (other.rule().kind() != Kind.CAUSE || other.rule().id().equals(id)) {
                continue;
            }
            boolean accounts =
                    reach(other.rule()).contains(id)
                            && !reach(finding.rule()).contains(other.rule().id());
            boolean rulesOut =
                    (other.rule().relations().excludes().contains(id)
                                    || finding.rule()
                                            .relations()
                                            .excludes()
                                            .contains(other.rule().id()))
                            && order().compare(other, finding) < 0;
            if (accounts || rulesOut) {
                return true;
            }
        }
        return false;
    }

    /** All rules that follow from this one or lose against it. */
    private Set<RuleId> reach(Rule rule) {
        Set<RuleId> reached = new TreeSet<>();
        Deque<Rule> open = new ArrayDeque<>(List.of(rule));
        while (!open.isEmpty()) {
            Rule next = open.removeFirst();
            for (Collection<RuleId> targets :
                    List.of(next.relations().explains(), next.relations().beats())) {
                for (RuleId target : targets) {
                    Rule known = pack.rules().get(target);
                    if (reached.add(target) && known != null) {
                        open.addLast(known);
                    }
                }
            }
        }
        return reached;
    }

    /** Several rules may stand for one cause; the best of them speaks for it. */
    private static List<Finding> onePerCause(List<Finding> ranked) {
        Map<String, Finding> byCause = new LinkedHashMap<>();
        for (Finding finding : ranked) {
            String cause = finding.rule().cause();
            byCause.putIfAbsent(cause == null ? finding.rule().id().value() : cause, finding);
        }
        return List.copyOf(byCause.values());
    }
}
