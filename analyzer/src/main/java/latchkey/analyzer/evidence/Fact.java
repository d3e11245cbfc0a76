package latchkey.analyzer.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something known about the machine.
 *
 * @param name one of {@link FactName}'s words
 * @param time when it was true, null when unknown; the latest wins
 */
public record Fact(String name, String value, @Nullable Instant time, Quote quote) {}
