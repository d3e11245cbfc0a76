package latchkey.analyzer.diagnosis;

/** The one word of an answer. */
public enum Outcome {
    CAUSE_FOUND,
    RESOLVED,
    HEALTHY,
    UNKNOWN_FAILURE,
    INSUFFICIENT_EVIDENCE,
    OUT_OF_SCOPE
}
