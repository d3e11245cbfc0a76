package latchkey.analyzer.timeline;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * One run of one handler, put together from the agent's log, the handler's status and what Azure
 * saw.
 *
 * @param sequence the settings file's number, null when no source names it
 * @param from first moment known, null when no source is dated
 * @param to last moment known, null when no source is dated
 * @param stated whether the result is the handler's own statement and not only the agent's exit
 *     code
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

    /**
     * A clock that jumps between two attempts; a count that begins anew after a longer time is
     * another count.
     */
    private static final Duration NEW_COUNT = Duration.ofHours(1);

    /**
     * Whether this attempt certainly came after the other: by number where both count alike, else
     * by time. Numbers of two versions, and numbers that begin at 0 again much later, are two
     * counts.
     */
    public boolean isAfter(Attempt other) {
        boolean dated = to != null && other.to != null;
        boolean later = to != null && other.to != null && to.isAfter(other.to);
        if (sequence != null && other.sequence != null && !sequence.equals(other.sequence)) {
            boolean higher = sequence > other.sequence;
            return (dated && isAnotherCount(other, higher != later)) ? later : higher;
        }
        return later;
    }

    /** Whether the two belong to one version as far as is known. */
    boolean isOfSameVersion(Attempt other) {
        return version == null || other.version == null || version.equals(other.version);
    }

    private boolean isAnotherCount(Attempt other, boolean contradicts) {
        boolean farApart =
                to != null
                        && other.to != null
                        && Duration.between(to, other.to).abs().compareTo(NEW_COUNT) > 0;
        boolean beganAnew = contradicts && (firstOf(this) || firstOf(other));
        return !isOfSameVersion(other) || (beganAnew && farApart);
    }

    /** Written out: those that the JVM makes for a record cost it 10 ms at every start. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Attempt attempt
                && handler.equals(attempt.handler)
                && result == attempt.result
                && stated == attempt.stated
                && Objects.equals(version, attempt.version)
                && Objects.equals(sequence, attempt.sequence)
                && Objects.equals(from, attempt.from)
                && Objects.equals(to, attempt.to);
    }

    @Override
    public int hashCode() {
        return Objects.hash(handler, version, sequence, from, to, result, stated);
    }

    private static boolean firstOf(Attempt attempt) {
        return attempt.sequence() != null && attempt.sequence() == 0;
    }
}
