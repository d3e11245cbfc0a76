package latchkey.analyzer.evidence;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Something known about the machine.
 *
 * @param name one of {@link FactName}'s words
 * @param time when it was true, null when unknown; the latest wins
 */
public record Fact(String name, String value, @Nullable Instant time, Quote quote) {}
