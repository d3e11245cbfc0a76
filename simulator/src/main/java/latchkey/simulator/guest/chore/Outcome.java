package latchkey.simulator.guest.chore;

/** What came of a chore. */
public sealed interface Outcome {
    /** It was done. */
    record Done(String output) implements Outcome {}

    /**
     * It was tried, and the system refused.
     *
     * @param because the world's word, in kebab case
     * @param output what the person sees
     */
    record Refused(String because, String output) implements Outcome {}

    /**
     * It could not even be tried this way.
     *
     * @param because the world's word, in kebab case
     */
    record NoWayIn(String because) implements Outcome {}

    /** Whether it was done. */
    default boolean isDone() {
        return this instanceof Done;
    }
}
