package latchkey.simulator.world;

import java.time.Duration;
import java.time.Instant;

/** The one place where a wall clock is read: for worlds that run as fast as clients live. */
public final class RealTime {
    private final Instant begun;
    private final long mark;

    private RealTime(Instant begun, long mark) {
        this.begun = begun;
        this.mark = mark;
    }

    /** Begins now. */
    public static RealTime begin() {
        return new RealTime(Instant.now(), System.nanoTime());
    }

    /** When it began, by the wall clock. */
    public Instant begun() {
        return begun;
    }

    /** How long ago that was. */
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - mark);
    }
}
