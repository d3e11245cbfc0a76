package latchkey.analyzer.hint;

import latchkey.rules.rule.RuleId;

/**
 * A known error whose words are near; never a verdict.
 *
 * @param why the words both share
 */
public record Hint(RuleId rule, String why) {}
