package latchkey.simulator.world;

import java.time.Duration;

/**
 * How far a world may run before it counts as stuck in itself.
 *
 * @param events appointments kept in all
 * @param span simulated time in all
 */
public record Limits(long events, Duration span) {
    /** Enough for a thousand machines over some days, and for one over years. */
    public static final Limits ORDINARY = new Limits(200_000_000L, Duration.ofDays(3660));
}
