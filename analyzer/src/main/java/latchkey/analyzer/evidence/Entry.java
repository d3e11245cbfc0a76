package latchkey.analyzer.evidence;

import latchkey.rules.rule.SourceKind;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One record of evidence: a log record with its continuation lines, one value of a document, or one
 * event.
 *
 * @param lines the physical lines it stands on; for a value of a document the line of the value,
 *     cut around it when long
 * @param text what signals search: the lines joined by LF, or the decoded value
 * @param path JSON-pointer-like path of a document value ({@code !} marks a document inside a
 *     string), else null
 * @param fields named values: {@code provider}, {@code event-id}, {@code channel} and {@code
 *     data.NAME} of an event, {@code key} and {@code name} of a registry value, {@code name} and
 *     those with {@link #BESIDE} of a document value
 * @param run the handler run it certainly belongs to (by its file's place or content), else null
 */
public record Entry(
        SourceKind kind,
        String file,
        List<Line> lines,
        String text,
        @Nullable String path,
        Map<String, String> fields,
        @Nullable Instant time,
        @Nullable Level level,
        @Nullable RunKey run) {

    /**
     * Before the lower-case name of another value of the same object, in the fields of a document
     * value.
     */
    public static final String BESIDE = "beside.";

    /**
     * The field with the moment in the zone of the machine, of an event that does not name the
     * zone.
     */
    public static final String CLOCK = "clock";

    /** Longest quote in characters; a longer line is cut around the match. */
    public static final int QUOTE_LIMIT = 600;

    public Entry {
        lines = List.copyOf(lines);
        fields = Map.copyOf(fields);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("an entry needs a line");
        }
    }

    /**
     * The line that holds the character at {@code offset} of {@code text}, as a quote that
     * re-opens. The text of a record may differ from its lines in white space, so other characters
     * are counted.
     */
    public Quote quoteAt(int offset) {
        if (path != null) {
            return quote(lines.getFirst(), 0);
        }
        if (lines.size() == 1 && lines.getFirst().text().length() <= QUOTE_LIMIT) {
            return quote(lines.getFirst(), 0);
        }
        int left = inkIn(text, offset);
        for (Line line : lines) {
            int ink = inkIn(line.text(), line.text().length());
            if (left < ink) {
                return quote(line, column(line.text(), left));
            }
            left -= ink;
        }
        return quote(lines.getLast(), 0);
    }

    /** Where in its line, as {@link #quoteAt} finds it, the character at {@code offset} stands. */
    public int columnAt(int offset) {
        int left = inkIn(text, offset);
        for (Line line : lines) {
            int ink = inkIn(line.text(), line.text().length());
            if (left < ink) {
                return column(line.text(), left);
            }
            left -= ink;
        }
        return 0;
    }

    /** Whether a character is white space, the no-break space included. */
    public static boolean isBlank(char letter) {
        return letter == '\u00a0' || Character.isWhitespace(letter);
    }

    private static int inkIn(String text, int to) {
        int ink = 0;
        for (int i = 0; i < Math.min(to, text.length()); i++) {
            ink += isBlank(text.charAt(i)) ? 0 : 1;
        }
        return ink;
    }

    private static int column(String text, int ink) {
        int left = ink;
        for (int i = 0; i < text.length(); i++) {
            if (!isBlank(text.charAt(i)) && left-- == 0) {
                return i;
            }
        }
        return 0;
    }

    private Quote quote(Line line, int column) {
        return new Quote(file, line.number(), time, cut(line.text(), column));
    }

    private static String cut(String text, int column) {
        if (text.length() <= QUOTE_LIMIT) {
            return text;
        }
        int from = Math.max(0, Math.min(column - QUOTE_LIMIT / 4, text.length() - QUOTE_LIMIT));
        int to = from + QUOTE_LIMIT;
        if (from > 0 && Character.isLowSurrogate(text.charAt(from))) {
            from++;
        }
        if (Character.isHighSurrogate(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }
}
