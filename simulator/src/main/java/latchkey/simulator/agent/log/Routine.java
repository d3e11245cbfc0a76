package latchkey.simulator.agent.log;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What a program says again and again: written out only when the log is. */
public final class Routine {
    /**
     * One line of it.
     *
     * @param thread managed thread number
     * @param level its level
     * @param text its message, with continuation lines if any
     */
    public record Line(int thread, Level level, String text) {}

    private final Instant from;
    private final Duration period;
    private final List<Line> lines;
    private @Nullable Instant until;

    Routine(Instant from, Duration period, List<Line> lines) {
        this.from = from;
        this.period = period;
        this.lines = lines;
    }

    Instant from() {
        return from;
    }

    Duration period() {
        return period;
    }

    List<Line> lines() {
        return lines;
    }

    void endAt(Instant end) {
        until = end;
    }

    boolean isOverAt(Instant time) {
        return until != null && !time.isBefore(until);
    }
}
