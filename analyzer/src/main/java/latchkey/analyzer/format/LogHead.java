package latchkey.analyzer.format;

import latchkey.analyzer.evidence.Level;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads how the agent and the handlers begin a record: thread, time and level word, of which a
 * reprint may lack any.
 */
final class LogHead {
    private static final int LONGEST_PREFIX = 48;
    private static final Set<String> WORDS =
            Set.of(
                    "INFO",
                    "INFORMATION",
                    "WARN",
                    "WARNING",
                    "ERROR",
                    "TRACE",
                    "HEART",
                    "DEBUG",
                    "VERBOSE",
                    "FATAL",
                    "CRITICAL");

    private static final List<byte[]> USUAL =
            Stream.of("[INFO]", "[WARN]", "[ERROR]", "[HEART]")
                    .map(word -> word.getBytes(StandardCharsets.US_ASCII))
                    .toList();

    private LogHead() {}

    /**
     * A record that shows its level in brackets, dated or not: {@code [00000011] [10/03/2017
     * 21:14:27.81] [INFO] text}.
     */
    static LineFormat.@Nullable Header levelled(String line) {
        Stamp stamp = Stamp.in(line, 0);
        if (stamp == null) {
            return undated(line);
        }
        LineFormat.Header header = dated(line, stamp);
        return header.level() == null ? null : header;
    }

    /**
     * A line with a time and a level starts a record for both kinds; one that is indented and
     * begins in small letters goes on.
     *
     * @param undecided what a time without a level tells
     */
    static LineFormat.Opening opening(
            byte[] bytes, int from, int to, LineFormat.Opening undecided) {
        int at = skipBlanks(bytes, from, to);
        if (at > from) {
            boolean small = at < to && bytes[at] >= 'a' && bytes[at] <= 'z';
            return small ? LineFormat.Opening.CONTINUES : LineFormat.Opening.UNSURE;
        }
        Stamp stamp = new Stamp();
        if (!stamp.read(bytes, from, Math.min(to, from + Stamp.LONGEST))) {
            return LineFormat.Opening.UNSURE;
        }
        int level = skipBlanks(bytes, stamp.end(), to);
        if (level == to || bytes[level] != '[') {
            return undecided;
        }
        for (byte[] word : USUAL) {
            if (Arrays.equals(
                    bytes, level, Math.min(to, level + word.length), word, 0, word.length)) {
                return LineFormat.Opening.STARTS;
            }
        }
        return LineFormat.Opening.UNSURE;
    }

    /** A record that shows its time, its level or both. */
    static LineFormat.@Nullable Header any(String line) {
        Stamp stamp = Stamp.in(line, 0);
        return stamp == null ? undated(line) : dated(line, stamp);
    }

    private static LineFormat.Header dated(String line, Stamp stamp) {
        int at = skipBlanks(line, stamp.end());
        int end = wordEnd(line, at);
        if (end < 0) {
            return new LineFormat.Header(stamp.time(), null, at);
        }
        return new LineFormat.Header(
                stamp.time(), level(line.substring(at + 1, end)), afterWord(line, end));
    }

    /**
     * A reprint that lost thread and time, or shows templates in their place; capitals and digits
     * may stand before the level.
     */
    private static LineFormat.@Nullable Header undated(String line) {
        for (int at = 0; at < Math.min(line.length(), LONGEST_PREFIX); at++) {
            char letter = line.charAt(at);
            if (letter >= 'a' && letter <= 'z') {
                return null;
            }
            int end = letter == '[' ? wordEnd(line, at) : -1;
            if (end >= 0) {
                return new LineFormat.Header(
                        null, level(line.substring(at + 1, end)), afterWord(line, end));
            }
        }
        return null;
    }

    /** Index of the bracket that closes a known level word, or -1. */
    private static int wordEnd(String line, int at) {
        if (at >= line.length() || line.charAt(at) != '[') {
            return -1;
        }
        int end = line.indexOf(']', at);
        if (end < 0
                || end - at > 13
                || !WORDS.contains(line.substring(at + 1, end).toUpperCase(Locale.ROOT))) {
            return -1;
        }
        return end;
    }

    private static int afterWord(String line, int bracket) {
        int at = bracket + 1;
        return skipBlanks(line, at < line.length() && line.charAt(at) == ':' ? at + 1 : at);
    }

    private static int skipBlanks(String line, int from) {
        int at = from;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    private static int skipBlanks(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && (bytes[at] == ' ' || bytes[at] == '\t')) {
            at++;
        }
        return at;
    }

    private static Level level(String word) {
        return switch (Character.toUpperCase(word.charAt(0))) {
            case 'T', 'D', 'V' -> Level.TRACE;
            case 'H' -> Level.HEART;
            case 'W' -> Level.WARN;
            case 'E', 'F', 'C' -> Level.ERROR;
            default -> Level.INFO;
        };
    }
}
