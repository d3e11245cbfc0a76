package latchkey.analyzer.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import latchkey.rules.rule.SourceKind;
import org.jspecify.annotations.Nullable;

/**
 * One record of evidence: a log record with its continuation lines, one value of a document, or one event.
 *
 * @param lines the physical lines it stands on; for a value of a document the line of the value, cut around it when long
 * @param text what signals search: the lines joined by LF, or the decoded value
 * @param path JSON-pointer-like path of a document value ({@code !} marks a document inside a string), else null
 * @param fields named values: {@code provider}, {@code event-id}, {@code channel} and {@code data.NAME} of an event,
 *     {@code key} and {@code name} of a registry value
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

    /** Longest quote in characters; a longer line is cut around the match. */
    public static final int QUOTE_LIMIT = 600;

    public Entry {
        lines = List.copyOf(lines);
        fields = Map.copyOf(fields);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("an entry needs a line");
        }
    }

    /** The line that holds the character at {@code offset} of {@code text}, as a quote that re-opens. */
    public Quote quoteAt(int offset) {
        if (path != null || lines.size() == 1) {
            Line line = lines.getFirst();
            return quote(line, path == null ? offset : 0);
        }
        int start = 0;
        for (Line line : lines) {
            int end = start + line.text().length();
            if (offset <= end) {
                return quote(line, offset - start);
            }
            start = end + 1;
        }
        return quote(lines.getLast(), 0);
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
