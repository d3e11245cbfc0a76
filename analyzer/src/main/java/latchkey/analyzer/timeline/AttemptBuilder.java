package latchkey.analyzer.timeline;

import latchkey.analyzer.evidence.Mark;
import latchkey.analyzer.evidence.RunKey;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/** Gathers the marks of one attempt while the timeline is being built. */
final class AttemptBuilder {
    /** A handler's command is killed after 90 minutes at most; a longer silence ends the run. */
    private static final Duration LONGEST_RUN = Duration.ofMinutes(95);

    private final String handler;
    private @Nullable String version;
    private @Nullable Integer sequence;
    private @Nullable Instant from;
    private @Nullable Instant to;
    private @Nullable Mark status;
    private @Nullable Mark run;

    AttemptBuilder(RunKey key) {
        handler = key.handler();
    }

    void add(Mark mark) {
        RunKey key = mark.run();
        if (key != null) {
            version = key.version() == null ? version : key.version();
            sequence = key.sequence() == null ? sequence : key.sequence();
        }
        widen(mark.time());
        switch (mark.type()) {
            case STATUS_SUCCESS, STATUS_ERROR, STATUS_TRANSITIONING -> status = later(status, mark);
            case RUN_SUCCEEDED, RUN_FAILED -> run = mark;
            case RUN_STARTED, AGENT_STARTED, AGENT_STOPPING, BOOT, AGENT_ALIVE -> {}
        }
    }

    void absorb(AttemptBuilder other) {
        version = version == null ? other.version : version;
        sequence = sequence == null ? other.sequence : sequence;
        widen(other.from);
        widen(other.to);
        if (other.status != null) {
            status = later(status, other.status);
        }
        run = run == null ? other.run : run;
    }

    boolean isOver() {
        return run != null;
    }

    /** Whether a start at this time belongs to a run that is already under way. */
    boolean stillRunsAt(@Nullable Instant time) {
        return time == null || to == null || !time.isAfter(to.plus(LONGEST_RUN));
    }

    boolean isNear(@Nullable Instant time) {
        return time != null
                && from != null
                && to != null
                && !time.isBefore(from.minus(Attempt.SLACK))
                && !time.isAfter(to.plus(Attempt.SLACK));
    }

    /** Whether a status can be of this run: its number, its time and its result may be. */
    boolean fits(AttemptBuilder other) {
        boolean sameNumber =
                sequence == null || other.sequence == null || sequence.equals(other.sequence);
        boolean undated = to == null && other.to == null && sequence == null;
        return sameNumber && (undated || (isNear(other.to) && agreesWith(other.status)));
    }

    /** An error and a success are the ends of two runs, however close they are. */
    private boolean agreesWith(@Nullable Mark other) {
        return status == null
                || other == null
                || status.type() == Mark.Type.STATUS_TRANSITIONING
                || other.type() == Mark.Type.STATUS_TRANSITIONING
                || status.type() == other.type();
    }

    /** How far the end of this run is from the moment; as far as can be when either is undated. */
    long millisTo(@Nullable Instant time) {
        return time == null || to == null
                ? Long.MAX_VALUE
                : Math.abs(time.toEpochMilli() - to.toEpochMilli());
    }

    @Nullable Integer sequence() {
        return sequence;
    }

    @Nullable Instant to() {
        return to;
    }

    Attempt build() {
        Mark decisive = status != null ? status : run;
        Attempt.Result result = decisive == null ? Attempt.Result.UNFINISHED : resultOf(decisive);
        if (result == Attempt.Result.UNFINISHED
                && run != null
                && run.type() == Mark.Type.RUN_FAILED) {
            result = Attempt.Result.FAILED;
        }
        return new Attempt(handler, version, sequence, from, to, result, status != null);
    }

    private static Attempt.Result resultOf(Mark mark) {
        return switch (mark.type()) {
            case STATUS_SUCCESS, RUN_SUCCEEDED -> Attempt.Result.SUCCEEDED;
            case STATUS_ERROR, RUN_FAILED -> Attempt.Result.FAILED;
            case STATUS_TRANSITIONING,
                    RUN_STARTED,
                    AGENT_STARTED,
                    AGENT_STOPPING,
                    BOOT,
                    AGENT_ALIVE ->
                    Attempt.Result.UNFINISHED;
        };
    }

    /**
     * Of two statuses of one run the later one counts; at the same moment an end beats a state in
     * between.
     */
    private static Mark later(@Nullable Mark known, Mark mark) {
        if (known == null) {
            return mark;
        }
        Instant before = known.time();
        Instant after = mark.time();
        if (before != null && after != null && !before.equals(after)) {
            return after.isAfter(before) ? mark : known;
        }
        if (known.type() == Mark.Type.STATUS_TRANSITIONING) {
            return mark;
        }
        return mark.type() == Mark.Type.STATUS_ERROR ? mark : known;
    }

    private void widen(@Nullable Instant time) {
        if (time == null) {
            return;
        }
        if (from == null || time.isBefore(from)) {
            from = time;
        }
        if (to == null || time.isAfter(to)) {
            to = time;
        }
    }
}
