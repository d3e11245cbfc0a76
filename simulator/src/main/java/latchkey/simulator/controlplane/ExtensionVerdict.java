package latchkey.simulator.controlplane;

/** What CRP makes of the reported status of one extension. */
sealed interface ExtensionVerdict {
    /** Nothing decisive yet. */
    record Pending() implements ExtensionVerdict {}

    /** The guest is done. */
    record Good() implements ExtensionVerdict {}

    /**
     * It failed.
     *
     * @param error for the operation
     */
    record Bad(ArmError error) implements ExtensionVerdict {}
}
