package latchkey.analyzer.timeline;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of one handler, put together from the agent's log, the handler's status and what Azure saw.
 *
 * @param sequence the settings file's number, null when no source names it
 * @param from first moment known, null when no source is dated
 * @param to last moment known, null when no source is dated
 * @param stated whether the result is the handler's own statement and not only the agent's exit code
 */
public record Attempt(
        String handler,
        @Nullable String version,
        @Nullable Integer sequence,
        @Nullable Instant from,
        @Nullable Instant to,
        Result result,
        boolean stated) {

    /** How an attempt ended. */
    public enum Result {
        SUCCEEDED,
        FAILED,
        UNFINISHED
    }

    /** Logs of one run are written by two processes; this much apart they still belong together. */
    static final Duration SLACK = Duration.ofSeconds(90);

    /** Whether something that happened at {@code time} happened in this attempt. */
    public boolean covers(Instant time) {
        return from != null
                && to != null
                && !time.isBefore(from.minus(SLACK))
                && !time.isAfter(to.plus(SLACK));
    }

    /** Whether this attempt certainly came after the other: by number where both have one, else by time. */
    public boolean isAfter(Attempt other) {
        if (sequence != null && other.sequence != null && !sequence.equals(other.sequence)) {
            return sequence > other.sequence;
        }
        return to != null && other.to != null && to.isAfter(other.to);
    }
}
