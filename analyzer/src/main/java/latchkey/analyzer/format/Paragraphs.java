package latchkey.analyzer.format;

import latchkey.analyzer.evidence.Entry;
import latchkey.analyzer.evidence.Line;
import latchkey.analyzer.evidence.Sink;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Passes on all of a text of moderate size. In a small one, as pasted from a console that wrapped
 * the words, a record is a paragraph and its white space is evened out, so that a message is found
 * across its line breaks; in a larger one a line is a record.
 */
final class Paragraphs {
    /** Largest text that is passed on whole, in bytes. */
    static final int MODERATE = 256 << 10;

    private static final int SMALL = 64 << 10;
    private static final int MOST_LINES = 64;
    private static final int MOST_CHARACTERS = 16 << 10;

    private static final String ANSWERS =
            "OK|PASS(?:ED)?|FAIL(?:ED)?|ERROR|CRITICAL|WARN(?:ING)?|INFO|SKIPPED";

    /** A row of a list of checks, which begins with its verdict: {@code FAILED IMDS endpoint}. */
    private static final Pattern CHECK =
            Pattern.compile("\\h*\\[?(?:" + ANSWERS + ")]?(?:\\h{2,}|\\h*\\|\\h*|\\t)\\S");

    private final String file;
    private final LineFormat format;
    private final Anchors anchors;
    private final Sink sink;
    private final List<Line> open = new ArrayList<>();
    private final StringBuilder joined = new StringBuilder();
    private int characters;
    private boolean cut;

    Paragraphs(String file, LineFormat format, Anchors anchors, Sink sink) {
        this.file = file;
        this.format = format;
        this.anchors = anchors;
        this.sink = sink;
    }

    void read(Window window) {
        boolean small = window.offset(window.start(window.stop())) <= SMALL;
        for (int number = window.firstFresh(); number < window.stop(); number++) {
            String words = window.text(number);
            Line line =
                    new Line(window.number(number), small ? ConsoleLine.withoutBar(words) : words);
            boolean blank = line.text().isBlank();
            if (blank
                    || isFull(line)
                    || (small ? isMarked(line) : format.header(line.text()) != null)) {
                pass(small);
            }
            if (!blank) {
                open.add(line);
                joined.append(cut ? "" : "\n").append(line.text());
                cut = small && ConsoleLine.isFull(words);
                characters += line.text().length();
            }
        }
        pass(small);
    }

    private boolean isFull(Line line) {
        return open.size() == MOST_LINES || characters + line.text().length() > MOST_CHARACTERS;
    }

    /**
     * Whether a line of a wrapped text certainly begins a record: what one check says is not said
     * of the next.
     */
    private boolean isMarked(Line line) {
        LineFormat.Header header = format.header(line.text());
        return (header != null && (header.time() != null || header.level() != null))
                || CHECK.matcher(line.text()).lookingAt();
    }

    private void pass(boolean small) {
        if (open.isEmpty()) {
            return;
        }
        LineFormat.Header header = format.header(open.getFirst().text());
        String text = small ? evened(Markup.wordsOfHtml(joined.toString())) : joined.substring(1);
        Entry entry =
                new Entry(
                        format.kind(),
                        file,
                        open,
                        text,
                        null,
                        Map.of(),
                        header == null ? null : header.time(),
                        header == null ? null : header.level(),
                        Place.runOf(file));
        sink.entry(entry, anchors.rulesIn(text));
        open.clear();
        joined.setLength(0);
        cut = false;
        characters = 0;
    }

    private static String evened(CharSequence text) {
        StringBuilder evened = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!Entry.isBlank(text.charAt(i))) {
                evened.append(text.charAt(i));
            } else if (!evened.isEmpty() && evened.charAt(evened.length() - 1) != ' ') {
                evened.append(' ');
            }
        }
        return evened.toString().stripTrailing();
    }
}
