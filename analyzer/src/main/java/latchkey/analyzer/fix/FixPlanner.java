package latchkey.analyzer.fix;

import latchkey.analyzer.evidence.Order;
import latchkey.rules.rule.Fix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Orders the fixes of a rule for the machine at hand.
 *
 * <p>What works comes before what does not; then what acts on the cause, then other acts, then what
 * changes nothing, last what only looks. Within one of these the author's order stands, but for
 * destructive fixes, which go behind the others.
 */
public final class FixPlanner {
    private static final Comparator<PlannedFix> ORDER =
            Order.of(
                    Order.by(planned -> !planned.available()),
                    Order.by(planned -> rank(planned.fix())),
                    Order.by(planned -> planned.fix().safety() == Fix.Safety.DESTRUCTIVE));

    private FixPlanner() {}

    /**
     * @param fixes as the rule's author ordered them, best first
     * @param slotValues values by slot name; a missing one becomes a placeholder
     */
    public static List<PlannedFix> plan(
            List<Fix> fixes, MachineState state, Map<String, String> slotValues) {
        return fixes.stream().map(fix -> planned(fix, state, slotValues)).sorted(ORDER).toList();
    }

    private static int rank(Fix fix) {
        boolean leadsOut = fix.cure() == Fix.Cure.FIX;
        if (fix.safety() != Fix.Safety.LOOK_ONLY) {
            return leadsOut ? 0 : 1;
        }
        return leadsOut ? 3 : 2;
    }

    private static PlannedFix planned(Fix fix, MachineState state, Map<String, String> slotValues) {
        Set<String> reasons = Obstacle.ofNeeds(fix.needs(), state);
        Set<String> closedChannels = new LinkedHashSet<>();
        List<PlannedStep> open = new ArrayList<>();
        List<PlannedStep> closed = new ArrayList<>();
        for (Fix.Step step : fix.steps()) {
            Optional<String> obstacle = Obstacle.ofChannel(step.channel(), state);
            obstacle.ifPresent(closedChannels::add);
            (obstacle.isPresent() ? closed : open).add(planned(step, obstacle, slotValues));
        }
        if (open.isEmpty()) {
            reasons.addAll(closedChannels);
        }
        open.addAll(closed);
        String because = reasons.isEmpty() ? null : String.join(" ", reasons);
        return new PlannedFix(fix, because == null, because, open);
    }

    private static PlannedStep planned(
            Fix.Step step, Optional<String> obstacle, Map<String, String> slotValues) {
        CommandLine line = CommandLine.of(step, slotValues);
        List<String> sentences = new ArrayList<>();
        obstacle.ifPresent(reason -> sentences.add("Not possible now: " + reason));
        sentences.add(step.text());
        sentences.addAll(line.notes());
        return new PlannedStep(step.channel(), String.join(" ", sentences), line.text());
    }
}
