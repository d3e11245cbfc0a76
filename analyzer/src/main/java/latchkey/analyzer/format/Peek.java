package latchkey.analyzer.format;

import java.util.Locale;

/**
 * What a format sees of a file before it is read.
 *
 * @param name path inside the input with {@code /}, as it is
 * @param head the first characters, decoded; at most 16384
 */
public record Peek(String name, String head) {
    /** The last part of the path, in lower case. */
    public String baseName() {
        String lower = name.toLowerCase(Locale.ROOT).replace('\\', '/');
        return lower.substring(lower.lastIndexOf('/') + 1);
    }
}
