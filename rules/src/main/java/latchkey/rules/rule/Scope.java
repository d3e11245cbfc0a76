package latchkey.rules.rule;

/** Within what the signals of one rule belong together. */
public enum Scope {
    /** One run of a handler with one sequence number. */
    ATTEMPT,
    /** From one start of the agent or system to the next. */
    BOOT,
    /** Everything that was handed in. */
    BUNDLE
}
