package latchkey.analyzer.format;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import latchkey.analyzer.evidence.Entry;
import latchkey.analyzer.evidence.Level;
import latchkey.analyzer.evidence.Line;
import latchkey.analyzer.evidence.RunKey;
import latchkey.analyzer.evidence.Sink;
import org.jspecify.annotations.Nullable;

/** Decodes the records around hits: the header line before, the continuation lines after, within limits. */
final class Records {
    private static final int MOST_LINES = 64;
    private static final int MOST_BYTES = 16 << 10;

    private final String file;
    private final @Nullable RunKey run;
    private final LineFormat format;
    private final Anchors anchors;
    private final Sink sink;
    private final Hits hits = new Hits();

    /** Offset in the file up to which hits already belong to a record that was passed on. */
    private long told;

    /** The last line found to have no header before it within reach: no need to look further back than that. */
    private int bareLine = -1;

    Records(String file, LineFormat format, Anchors anchors, Sink sink) {
        this.file = file;
        this.run = Place.runOf(file);
        this.format = format;
        this.anchors = anchors;
        this.sink = sink;
    }

    /** Passes on every record of the block that holds an anchor. */
    void read(Window window) {
        int first = window.firstFresh();
        int from = window.start(first);
        if (window.isPiece(first)) {
            from = window.overlapStart(from);
        }
        hits.clear();
        anchors.scanner().scan(window.bytes(), from, window.start(window.stop()), hits);
        hits.sort();
        int next = 0;
        while (next < hits.count()) {
            next = isTold(window, next) ? next + 1 : record(window, next);
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
        Found found = new Found();
        int next = hit;
        while (next < hits.count() && endOf(next) <= end) {
            found.add(hits.anchor(next++));
        }
        int scanned = window.start(window.stop());
        if (end > scanned) {
            anchors.scanner().scan(window.bytes(), scanned, end, (at, anchor) -> found.add(anchor));
        }
        told = window.offset(end);
        pass(entry(window, first, last), found);
        return next;
    }

    private void pass(Entry entry, Found found) {
        if (found.rules.isEmpty() && !found.landmark) {
            return;
        }
        sink.entry(entry, found.rules);
        if (found.landmark) {
            format.read(entry, sink);
        }
    }

    /** The header line of the record that {@code line} belongs to, or the line itself when none is near. */
    private int firstLine(Window window, int line) {
        for (int first = line; first >= 0; first--) {
            boolean tooFar = line - first >= MOST_LINES || window.start(line) - window.start(first) >= MOST_BYTES;
            if (tooFar || window.number(first) == bareLine) {
                break;
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
            String text = window.text(next);
            if (format.header(text) != null || (text.isBlank() && format.blankLineEnds())) {
                break;
            }
            last = next;
        }
        while (last > line && window.text(last).isBlank()) {
            last--;
        }
        return last;
    }

    private Entry entry(Window window, int first, int last) {
        List<Line> lines = new ArrayList<>();
        for (int line = first; line <= last; line++) {
            lines.add(new Line(window.number(line), window.text(line)));
        }
        LineFormat.Header header = format.header(lines.getFirst().text());
        Instant time = header == null ? null : header.time();
        Level level = header == null ? null : header.level();
        String text = lines.size() == 1
                ? lines.getFirst().text()
                : String.join("\n", lines.stream().map(Line::text).toList());
        Instant near = time != null ? time : timeBefore(window, first);
        return new Entry(format.kind(), file, lines, text, null, Map.of(), near, level, run);
    }

    /** The nearest time before a record whose header has none or is out of reach. */
    private static @Nullable Instant timeBefore(Window window, int line) {
        for (int before = Math.min(line, window.stop() - 1); before >= 0; before--) {
            if (window.time(before) != Diary.NONE) {
                return Instant.ofEpochMilli(window.time(before));
            }
        }
        return null;
    }

    /** The anchors of one record. */
    private final class Found {
        private final Set<Integer> rules = new TreeSet<>();
        private boolean landmark;

        void add(int anchor) {
            if (anchors.isRule(anchor)) {
                rules.add(anchor);
            } else if (anchors.isLandmark(anchor, format)) {
                landmark = true;
            }
        }
    }
}
