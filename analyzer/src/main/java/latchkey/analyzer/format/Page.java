package latchkey.analyzer.format;

import latchkey.analyzer.evidence.Entry;
import latchkey.analyzer.evidence.Fact;
import latchkey.analyzer.evidence.Line;
import latchkey.analyzer.evidence.Mark;
import latchkey.analyzer.evidence.Quote;
import latchkey.analyzer.evidence.Sink;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A document being read: its text, its lines, and the way out for what it holds. */
public final class Page {
    private final String file;
    private final String text;
    private final Sink sink;
    private final Function<String, Set<Integer>> anchorsIn;
    private final int[] lineStarts;
    private final int linesBefore;
    private @Nullable String because;
    private @Nullable Instant from;
    private @Nullable Instant to;
    private long unparsed;

    /**
     * @param text the whole file, decoded, NULs and a leading byte order mark removed
     * @param anchorsIn finds the anchors in the text of an entry
     */
    public Page(String file, String text, Sink sink, Function<String, Set<Integer>> anchorsIn) {
        this(file, text, sink, anchorsIn, 0);
    }

    private Page(
            String file,
            String text,
            Sink sink,
            Function<String, Set<Integer>> anchorsIn,
            int linesBefore) {
        this.file = file;
        this.text = text;
        this.sink = sink;
        this.anchorsIn = anchorsIn;
        this.linesBefore = linesBefore;
        this.lineStarts = startsOfLines(text);
    }

    /** The next piece of the same file; its lines carry the numbers they have in the file. */
    Page next(String following) {
        boolean ended = text.endsWith("\n") || text.endsWith("\r");
        int before = linesBefore + lineCount() - (ended ? 0 : 1);
        Page page = new Page(file, following, sink, anchorsIn, before);
        page.because = because;
        page.from = from;
        page.to = to;
        page.unparsed = unparsed;
        return page;
    }

    /** Lines of the file up to the end of this piece. */
    long linesSoFar() {
        return (long) linesBefore + lineCount();
    }

    public String file() {
        return file;
    }

    public String text() {
        return text;
    }

    public int lineCount() {
        return lineStarts.length;
    }

    /** The line of this text, from 1, that holds the character at {@code offset}. */
    public int lineNumberAt(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The text of line {@code number}, from 1, without its end. */
    public String lineText(int number) {
        return text.substring(startOfLine(number), endOfLine(number));
    }

    /** Index of the first character of line {@code number}. */
    int startOfLine(int number) {
        return lineStarts[number - 1];
    }

    /** Index behind the last character of line {@code number}, without its end. */
    int endOfLine(int number) {
        int start = lineStarts[number - 1];
        int end = number < lineStarts.length ? lineStarts[number] : text.length();
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return end;
    }

    /**
     * The line at {@code offset}; a very long one is cut around the offset so that the words there
     * stay in.
     */
    public Line lineAt(int offset) {
        int number = lineNumberAt(offset);
        int start = startOfLine(number);
        int end = endOfLine(number);
        if (end - start <= Entry.QUOTE_LIMIT) {
            return new Line(linesBefore + number, text.substring(start, end));
        }
        int from = Math.max(start, Math.min(Math.min(offset, end) - 40, end - Entry.QUOTE_LIMIT));
        int to = from + Entry.QUOTE_LIMIT;
        if (from > start && Character.isLowSurrogate(text.charAt(from))) {
            from++;
        }
        if (Character.isHighSurrogate(text.charAt(to - 1))) {
            to--;
        }
        return new Line(linesBefore + number, text.substring(from, to));
    }

    public Quote quoteAt(int offset, @Nullable Instant time) {
        Line line = lineAt(offset);
        return new Quote(file, line.number(), time, line.text());
    }

    /** Passes an entry on, with the anchors its text holds. */
    public void entry(Entry entry) {
        seen(entry.time());
        sink.entry(entry, anchorsIn.apply(entry.text()));
    }

    public void mark(Mark mark) {
        seen(mark.time());
        sink.mark(mark);
    }

    public void fact(Fact fact) {
        sink.fact(fact);
    }

    /** Says that the file could only be read in part, and why; the first reason stays. */
    public void partly(String why) {
        if (because == null) {
            because = why;
        }
    }

    /** Counts lines that belong to nothing the format knows. */
    public void unparsed(long lines) {
        unparsed += lines;
    }

    public @Nullable String because() {
        return because;
    }

    public long unparsed() {
        return unparsed;
    }

    public @Nullable Instant from() {
        return from;
    }

    public @Nullable Instant to() {
        return to;
    }

    Reading reading(long lines) {
        return new Reading(lines, unparsed, from, to, because, List.of());
    }

    private void seen(@Nullable Instant time) {
        if (time == null) {
            return;
        }
        if (from == null || time.isBefore(from)) {
            from = time;
        }
        if (to == null || time.isAfter(to)) {
            to = time;
        }
    }

    private static int[] startsOfLines(String text) {
        int[] starts = new int[64];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean end =
                    c == '\n'
                            || (c == '\r'
                                    && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
            if (end && i + 1 < text.length()) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }
}
