package latchkey.simulator.world;

import java.io.Serial;
import java.time.Instant;

/** A world reached its limit of events or of simulated time. */
public final class WorldExhausted extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    private final long events;
    private final Instant at;

    WorldExhausted(long events, Instant at) {
        super("the world reached its limit of events or of simulated time");
        this.events = events;
        this.at = at;
    }

    /** Appointments kept until then. */
    public long events() {
        return events;
    }

    /** The world's time then. */
    public Instant at() {
        return at;
    }
}
