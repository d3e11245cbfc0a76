package latchkey.rules.rule;

/** What a symptom that no cause explains makes of the whole answer. */
public enum LeadsTo {
    UNKNOWN_FAILURE,
    INSUFFICIENT_EVIDENCE,
    OUT_OF_SCOPE
}
