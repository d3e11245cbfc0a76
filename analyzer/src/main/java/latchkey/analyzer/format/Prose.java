package latchkey.analyzer.format;

import latchkey.analyzer.evidence.Entry;
import latchkey.analyzer.evidence.Line;
import latchkey.rules.rule.SourceKind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Words of a page outside of any value: a paragraph is a record, its line breaks count as blanks.
 */
final class Prose {
    private static final int MOST_LINES = 64;
    private static final int LONGEST_LINE = 64 << 10;

    private final Page page;
    private final SourceKind kind;

    Prose(Page page, SourceKind kind) {
        this.page = page;
        this.kind = kind;
    }

    /** Passes on the paragraphs of a part of the page. */
    void paragraphs(int from, int to) {
        List<Line> lines = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int at = from;
        boolean cut = false;
        while (at < to) {
            int end = endOfLine(at, to);
            String whole = page.text().substring(at, Math.min(end, at + LONGEST_LINE));
            String piece = ConsoleLine.withoutBar(whole);
            if (piece.isBlank() || lines.size() == MOST_LINES) {
                pass(lines, text);
            }
            if (!piece.isBlank()) {
                lines.add(new Line(page.lineNumberAt(at), piece));
                text.append(text.isEmpty() || cut ? "" : " ")
                        .append(piece.strip().replaceAll("\\s+", " "));
            }
            at = end + (page.text().startsWith("\r\n", end) ? 2 : 1);
        }
        pass(lines, text);
    }

    private void pass(List<Line> lines, StringBuilder text) {
        if (!lines.isEmpty()) {
            page.entry(
                    new Entry(
                            kind,
                            page.file(),
                            lines,
                            text.toString(),
                            null,
                            Map.of(),
                            Times.of(text.toString()),
                            null,
                            HandlerFile.runOf(page.file())));
            lines.clear();
            text.setLength(0);
        }
    }

    private int endOfLine(int from, int to) {
        int end = from;
        while (end < to && page.text().charAt(end) != '\n' && page.text().charAt(end) != '\r') {
            end++;
        }
        return end;
    }
}
