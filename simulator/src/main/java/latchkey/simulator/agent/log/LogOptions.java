package latchkey.simulator.agent.log;

import java.time.Duration;

/**
 * How much of ordinary life a log shows when it is taken.
 *
 * @param past life before the world began
 * @param bytes about how large the file should get by chatter; 0 leaves it as it is
 */
public record LogOptions(Duration past, long bytes) {
    /** Only what happened in the world. */
    public static final LogOptions PLAIN = new LogOptions(Duration.ZERO, 0);
}
