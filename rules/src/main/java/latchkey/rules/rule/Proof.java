package latchkey.rules.rule;

/** How a rule is known to be right, from weak to strong. */
public enum Proof {
    REPORTED,
    DOCUMENTED,
    SIMULATED,
    CAPTURED,
    CURED
}
