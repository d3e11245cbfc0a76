package latchkey.simulator.world;

/** How a fact about the imitated product is known. The order is from sure to unsure. */
public enum How {
    /** Read in a recording of the real service, or in an output of the real program. */
    RECORDED,
    /** Read in documentation, a specification or public source. */
    SPECIFIED,
    /** Follows from recorded or specified facts of a sibling; not seen itself. */
    INFERRED,
    /** No evidence: a decision of ours, or general knowledge that was not checked. */
    ASSUMED
}
