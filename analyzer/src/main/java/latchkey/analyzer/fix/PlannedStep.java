package latchkey.analyzer.fix;

import latchkey.rules.rule.Fix;

import org.jspecify.annotations.Nullable;

/**
 * One step, ready to be shown.
 *
 * @param text the author's text, with a sentence more where the channel does not work now or a
 *     value is not shown
 * @param command one line for the step's shell; null where the step is no command
 */
public record PlannedStep(Fix.Channel channel, String text, @Nullable String command) {}
