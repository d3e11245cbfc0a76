package latchkey.analyzer.format;

import latchkey.analyzer.evidence.Entry;
import latchkey.analyzer.evidence.Level;
import latchkey.analyzer.evidence.Line;
import latchkey.analyzer.evidence.RunKey;
import latchkey.analyzer.evidence.Sink;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decodes the records around hits: the header line before, the continuation lines after, within
 * limits. Of what a file says again and again only some is decoded, see {@link Flood}; the last of
 * it is passed on by {@link #finish}, in the order of the file.
 */
final class Records {
    private static final int MOST_LINES = 64;
    private static final int MOST_BYTES = 16 << 10;

    private static final int RECENT = 8;

    /** So many characters at least make up the time at the start of a record. */
    private static final int TIME = 19;

    private final String file;
    private final @Nullable RunKey run;
    private final LineFormat format;
    private final Anchors anchors;
    private final Sink sink;
    private final Hits hits = new Hits();
    private final Found found = new Found();
    private final Diary diary = new Diary();

    /** By anchor: whether it is a rule's or a landmark of the format. */
    private final boolean[] matters;

    private final Flood flood;
    private final long[] recentOffsets = new long[RECENT];
    private final LineFormat.Opening[] recent = new LineFormat.Opening[RECENT];
    private byte lineEnd = '\n';

    /** Offset in the file up to which hits already belong to a record that was passed on. */
    private long told;

    /**
     * The last line found to have no header before it within reach: no need to look further back
     * than that.
     */
    private int bareLine = -1;

    Records(String file, LineFormat format, Anchors anchors, Sink sink) {
        this.file = file;
        this.run = Place.runOf(file);
        this.format = format;
        this.anchors = anchors;
        this.sink = sink;
        this.matters = anchors.mattering(format);
        this.flood = new Flood(matters.length);
        Arrays.fill(recentOffsets, -1);
    }

    /** Passes on every record of the block that holds an anchor, or holds it back. */
    void read(Window window) {
        int first = window.firstFresh();
        int from = window.start(first);
        if (window.isPiece(first)) {
            from = window.overlapStart(from);
        }
        hits.clear();
        anchors.scanner()
                .scan(
                        window.bytes(),
                        from,
                        window.start(window.stop()),
                        (at, anchor) -> {
                            if (matters[anchor]) {
                                hits.hit(at, anchor);
                            }
                        });
        int next = 0;
        while (next < hits.count()) {
            next = isTold(window, next) ? next + 1 : record(window, next);
        }
    }

    /** Passes on what was held back; to be called when the file is through. */
    void finish() {
        for (Flood.Held held : flood.held()) {
            found.clear();
            for (int anchor : held.anchors()) {
                found.add(anchor);
            }
            pass(entry(held.number(), held.texts(lineEnd), held.near()));
        }
    }

    private boolean isTold(Window window, int hit) {
        int end = endOf(hit);
        return end <= window.start(window.firstFresh()) || window.offset(end) <= told;
    }

    private int endOf(int hit) {
        return hits.at(hit) + anchors.scanner().lengthOf(hits.anchor(hit));
    }

    /** Passes on the record around a hit; answers the first hit after it. */
    private int record(Window window, int hit) {
        int line = window.lineAt(endOf(hit) - 1);
        int first = firstLine(window, line);
        int last = lastLine(window, first, line);
        int end = window.start(last + 1);
        found.clear();
        int next = hit;
        while (next < hits.count() && endOf(next) <= end) {
            found.add(hits.anchor(next++));
        }
        int scanned = window.start(window.stop());
        if (end > scanned) {
            anchors.scanner().scan(window.bytes(), scanned, end, (at, anchor) -> found.add(anchor));
        }
        told = window.offset(end);
        if (!isHeld(window, first, line, last)) {
            List<String> texts = new ArrayList<>();
            for (int each = first; each <= last; each++) {
                texts.add(window.text(each));
            }
            pass(entry(window.number(first), texts, timeBefore(window, first)));
        }
        return next;
    }

    /**
     * @param line the one that holds the first hit
     */
    private boolean isHeld(Window window, int first, int line, int last) {
        if (flood.isNews(found.ids, found.count)
                || window.number(last) - window.number(first) != last - first) {
            return false;
        }
        for (int each = first; each <= last + 1; each++) {
            if (window.isPiece(each)) {
                return false;
            }
        }
        lineEnd = window.lineEnd();
        boolean starts = opening(window, first) == LineFormat.Opening.STARTS;
        byte[] bytes = window.bytes();
        int from = window.start(first);
        long shape =
                Shape.of(
                        bytes,
                        starts ? Math.min(from + TIME, window.textEnd(first)) : from,
                        window.textEnd(first));
        if (line > first) {
            shape = 31 * shape + Shape.of(bytes, window.start(line), window.textEnd(line));
        }
        long near = starts ? Diary.NONE : timeBefore(window, first);
        return flood.holds(shape, window, new Flood.Lines(first, last), near, found.all());
    }

    private void pass(Entry entry) {
        sink.entry(entry, found.rules());
        if (found.landmark()) {
            format.read(entry, sink);
        }
    }

    /** Lines are asked about more than once in a row: the one after a record begins the next. */
    private LineFormat.Opening opening(Window window, int line) {
        if (window.isPiece(line)) {
            return LineFormat.Opening.UNSURE;
        }
        long offset = window.offset(window.start(line));
        int place = line & (RECENT - 1);
        if (recentOffsets[place] != offset) {
            recentOffsets[place] = offset;
            recent[place] =
                    format.opening(window.bytes(), window.start(line), window.textEnd(line));
        }
        return recent[place];
    }

    /**
     * The header line of the record that {@code line} belongs to, or the line itself when none is
     * near.
     */
    private int firstLine(Window window, int line) {
        for (int first = line; first >= 0; first--) {
            boolean tooFar =
                    line - first >= MOST_LINES
                            || window.start(line) - window.start(first) >= MOST_BYTES;
            if (tooFar || window.number(first) == bareLine) {
                break;
            }
            LineFormat.Opening opening = opening(window, first);
            if (opening == LineFormat.Opening.STARTS) {
                return first;
            }
            if (opening == LineFormat.Opening.CONTINUES) {
                continue;
            }
            String text = window.text(first);
            if (format.header(text) != null) {
                return first;
            }
            if (text.isBlank() && format.blankLineEnds()) {
                return Math.min(first + 1, line);
            }
        }
        bareLine = window.number(line);
        return line;
    }

    private int lastLine(Window window, int first, int line) {
        int last = line;
        while (last + 1 < window.count() && last + 1 - first < MOST_LINES) {
            int next = last + 1;
            if (window.start(next + 1) - window.start(first) > MOST_BYTES) {
                break;
            }
            if (ends(window, next)) {
                break;
            }
            last = next;
        }
        while (last > line && window.text(last).isBlank()) {
            last--;
        }
        return last;
    }

    /** Whether the record before ends where this line starts. */
    private boolean ends(Window window, int line) {
        return switch (opening(window, line)) {
            case STARTS -> true;
            case CONTINUES -> false;
            case UNSURE -> {
                String text = window.text(line);
                yield format.header(text) != null || (text.isBlank() && format.blankLineEnds());
            }
        };
    }

    private Entry entry(int number, List<String> texts, long near) {
        List<Line> lines = new ArrayList<>();
        for (String text : texts) {
            lines.add(new Line(number + lines.size(), text));
        }
        LineFormat.Header header = format.header(texts.getFirst());
        Instant time = header == null ? null : header.time();
        Level level = header == null ? null : header.level();
        if (time == null && near != Diary.NONE) {
            time = Instant.ofEpochMilli(near);
        }
        String text = texts.size() == 1 ? texts.getFirst() : String.join("\n", texts);
        return new Entry(format.kind(), file, lines, text, null, Map.of(), time, level, run);
    }

    /** The nearest time before a record whose header has none or is out of reach. */
    private long timeBefore(Window window, int line) {
        for (int before = line; before >= 0; before--) {
            long time = diary.timeOf(window, before);
            if (time != Diary.NONE) {
                return time;
            }
        }
        return Diary.NONE;
    }

    /** The anchors of one record, and the landmarks of its format. */
    private final class Found {
        private int[] ids = new int[16];
        private int count;

        void clear() {
            count = 0;
        }

        void add(int anchor) {
            if (!matters[anchor]) {
                return;
            }
            if (count == ids.length) {
                ids = Arrays.copyOf(ids, count * 2);
            }
            ids[count++] = anchor;
        }

        int[] all() {
            return Arrays.copyOf(ids, count);
        }

        boolean landmark() {
            for (int i = 0; i < count; i++) {
                if (!anchors.isRule(ids[i])) {
                    return true;
                }
            }
            return false;
        }

        Set<Integer> rules() {
            Set<Integer> rules = new TreeSet<>();
            for (int i = 0; i < count; i++) {
                if (anchors.isRule(ids[i])) {
                    rules.add(ids[i]);
                }
            }
            return rules;
        }
    }
}
