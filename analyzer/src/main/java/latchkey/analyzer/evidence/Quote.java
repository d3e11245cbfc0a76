package latchkey.analyzer.evidence;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Words that re-open: they are found at that line of that file.
 *
 * @param file path inside the input with {@code /}, nested archives as {@code outer.zip!/path}
 * @param line from 1
 * @param time null where the record carries none
 */
public record Quote(String file, int line, @Nullable Instant time, String text) {}
