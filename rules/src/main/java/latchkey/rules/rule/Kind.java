package latchkey.rules.rule;

/** What a rule's firing means. */
public enum Kind {
    /** A root cause; names a cause of the vocabulary. */
    CAUSE,
    /** A wrapper or consequence that several causes share; never an answer by itself. */
    SYMPTOM,
    /** A circumstance worth telling, or noise that must not be taken for a failure. */
    CONTEXT,
    /** Proof that something worked at that moment. */
    HEALTHY
}
