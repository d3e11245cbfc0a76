package latchkey.analyzer.format;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Reads the times that documents carry; one in the order of some culture is nobody's and stays
 * unknown.
 */
final class Times {
    private Times() {}

    /** A time that begins with the year; null for any other. */
    static @Nullable Instant of(String text) {
        String bare = text.strip();
        if (bare.length() < 19 || bare.charAt(2) == '/' || !Character.isDigit(bare.charAt(3))) {
            return null;
        }
        Stamp stamp = Stamp.in(bare, 0);
        return stamp == null ? null : stamp.time();
    }
}
