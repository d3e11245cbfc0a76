package latchkey.analyzer.evidence;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A point in the life of the machine that the timeline is built from.
 *
 * @param run the handler run, null for marks of the agent or the machine
 * @param time null where the source gives none
 */
public record Mark(Type type, @Nullable RunKey run, @Nullable Instant time, Quote quote) {
    /** What happened. */
    public enum Type {
        /** The agent begins to process a handler. */
        RUN_STARTED,
        /** The agent's log says the handler's command ended well. */
        RUN_SUCCEEDED,
        /** The agent's log says the handler's command failed or was killed. */
        RUN_FAILED,
        /** A status of the handler itself: success. */
        STATUS_SUCCESS,
        /** A status of the handler itself: error. */
        STATUS_ERROR,
        /** A status of the handler itself: still under way. */
        STATUS_TRANSITIONING,
        /** The agent service started. */
        AGENT_STARTED,
        AGENT_STOPPING,
        /** The system booted. */
        BOOT,
        /** The agent proved to be alive and working. */
        AGENT_ALIVE
    }
}
