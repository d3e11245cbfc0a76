package latchkey.simulator.scenario.client;

import java.time.Instant;

/**
 * What a person saw.
 *
 * @param at when
 * @param file the file it is copied into
 * @param text its words
 * @param failed whether it tells of a failure
 */
public record Sight(Instant at, String file, String text, boolean failed) {}
