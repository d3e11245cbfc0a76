package latchkey.analyzer.format;

import latchkey.analyzer.evidence.Entry;
import latchkey.analyzer.evidence.Level;
import latchkey.analyzer.evidence.Sink;
import latchkey.rules.rule.SourceKind;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text of unknown origin: the last resort of the reader, and what people paste. */
final class PlainText implements LineFormat {
    /** A level word in brackets or before a colon, such as {@code [ERROR]} or {@code WARNING:}. */
    private static final Pattern LEVEL =
            Pattern.compile(
                    "\\s*(?:\\[(TRACE|DEBUG|INFO|HEART|WARN|WARNING|ERROR|FATAL)]"
                            + "|(TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL):)\\s*",
                    Pattern.CASE_INSENSITIVE);

    @Override
    public SourceKind kind() {
        return SourceKind.TEXT;
    }

    @Override
    public int recognises(Peek peek) {
        return 1;
    }

    @Override
    public List<String> landmarks() {
        return List.of();
    }

    @Override
    public @Nullable Header header(String line) {
        if (line.isBlank() || isContinuation(line)) {
            return null;
        }
        Stamp stamp = Stamp.in(line, 0);
        Instant time = stamp == null ? null : stamp.time();
        int message = stamp == null ? 0 : stamp.end();
        Matcher matcher = LEVEL.matcher(line).region(message, line.length());
        if (!matcher.lookingAt()) {
            return new Header(time, null, message);
        }
        String word = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return new Header(time, level(word), matcher.end());
    }

    @Override
    public Opening opening(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && (bytes[at] == ' ' || bytes[at] == '\t')) {
            at++;
        }
        if (at == to || bytes[at] < '0' || bytes[at] > 'z') {
            return Opening.UNSURE;
        }
        if (at > from) {
            return Opening.CONTINUES;
        }
        return bytes[at] == 'a' ? Opening.UNSURE : Opening.STARTS;
    }

    @Override
    public void read(Entry entry, Sink sink) {}

    @Override
    public boolean blankLineEnds() {
        return true;
    }

    private static boolean isContinuation(String line) {
        return Character.isWhitespace(line.charAt(0))
                || line.startsWith("at ")
                || line.startsWith("--->");
    }

    private static Level level(String word) {
        return switch (Character.toUpperCase(word.charAt(0))) {
            case 'T', 'D' -> Level.TRACE;
            case 'H' -> Level.HEART;
            case 'W' -> Level.WARN;
            case 'E', 'F' -> Level.ERROR;
            default -> Level.INFO;
        };
    }
}
