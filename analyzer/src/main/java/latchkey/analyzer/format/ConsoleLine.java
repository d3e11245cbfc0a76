package latchkey.analyzer.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a console does to a long message: PowerShell sets a bar before each line, and words are cut
 * at the window's edge.
 */
final class ConsoleLine {
    private static final Pattern BAR = Pattern.compile("^ {1,8}\\| ");

    private ConsoleLine() {}

    /** The line without the bar of PowerShell's error view. */
    static String withoutBar(String line) {
        Matcher bar = BAR.matcher(line);
        return bar.lookingAt() ? line.substring(bar.end()) : line;
    }

    /**
     * Whether a line fills a window of the usual widths, so that its last word may go on in the
     * next line.
     */
    static boolean isFull(String line) {
        int length = line.length();
        return (length == 80 || length == 120) && !Character.isWhitespace(line.charAt(length - 1));
    }
}
