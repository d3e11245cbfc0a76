package latchkey.analyzer.fix;

import latchkey.rules.rule.Fix;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A fix held against the state of the machine.
 *
 * @param unavailableBecause plain sentences; null exactly when the fix is available
 * @param steps those that can be carried out first
 */
public record PlannedFix(
        Fix fix, boolean available, @Nullable String unavailableBecause, List<PlannedStep> steps) {
    public PlannedFix {
        if (available != (unavailableBecause == null)) {
            throw new IllegalArgumentException("a fix is either available or says why not");
        }
        steps = List.copyOf(steps);
    }
}
