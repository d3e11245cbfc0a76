package latchkey.rules.rule;

/** Harm if the rule is right; never its likelihood. */
public enum Severity {
    INFO,
    WARNING,
    ERROR
}
