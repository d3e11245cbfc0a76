package latchkey.analyzer.format;

import latchkey.analyzer.evidence.Order;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Spares a file the decoding of what it says again and again. When all anchors of a record were
 * passed on {@link #OFTEN} times, only the first {@link #NEW} records of its shape are passed on at
 * once, and of the others the last {@link #LAST} of that shape at the end of the file. So the first
 * and the last record of everything are always seen, and what is counted becomes a lower bound.
 */
@SuppressWarnings("ArrayRecordComponent") // raw bytes that wait here belong to nobody else
final class Flood {
    /** How often an anchor is passed on before its records may be held. */
    static final int OFTEN = 32;

    /** How many records of a shape are passed on although all their anchors were seen often. */
    static final int NEW = 2;

    /** How many of the last records of a shape are held. */
    static final int LAST = 4;

    private static final int MOST_SHAPES = 256;

    /** When there are more shapes they share so many places, by anchor. */
    private static final int SHARED = 64;

    /** A power of two well above {@link #MOST_SHAPES} and {@link #SHARED} together. */
    private static final int PLACES = 1024;

    private static final long MOST_BYTES = 8 << 20;
    private static final int GRAIN = 256;
    private static final byte[] NOTHING = {};

    private final int[] passed;

    /** Open addressing by shape, for it is asked for every record that recurs. */
    private final long[] shapes = new long[PLACES];

    private final @Nullable Recurring[] groups = new @Nullable Recurring[PLACES];
    private int groupCount;
    private long bytes;

    Flood(int anchors) {
        passed = new int[anchors];
    }

    /** A record in bytes, to be decoded later. */
    static final class Held {
        /** Longer than the record, to be used again. */
        private final byte[] bytes;

        private final int length;
        private final int number;
        private final long near;
        private final int[] anchors;

        private Held(byte[] bytes, int length, int number, long near, int[] anchors) {
            this.bytes = bytes;
            this.length = length;
            this.number = number;
            this.near = near;
            this.anchors = anchors;
        }

        /** Number of its first line. */
        int number() {
            return number;
        }

        /** Time of the lines before it, of use when its header has none. */
        long near() {
            return near;
        }

        int[] anchors() {
            return anchors.clone();
        }

        /** Its lines. */
        List<String> texts(byte lineEnd) {
            List<String> texts = new ArrayList<>();
            int start = 0;
            for (int at = 0; at < length; at++) {
                if (bytes[at] == lineEnd) {
                    boolean carriage = lineEnd == '\n' && at > start && bytes[at - 1] == '\r';
                    texts.add(
                            new String(
                                    bytes,
                                    start,
                                    at - start - (carriage ? 1 : 0),
                                    StandardCharsets.UTF_8));
                    start = at + 1;
                }
            }
            texts.add(new String(bytes, start, length - start, StandardCharsets.UTF_8));
            return texts;
        }
    }

    /** The lines of a record. */
    record Lines(int first, int last) {}

    /** The records of one shape. */
    private static final class Recurring {
        private final Deque<Held> last = new ArrayDeque<>(2);
        private int seen;
    }

    /** Whether one of the anchors was not yet seen often; all are counted if so. */
    boolean isNews(int[] anchors, int count) {
        boolean news = false;
        for (int i = 0; i < count; i++) {
            news |= passed[anchors[i]] < OFTEN;
        }
        for (int i = 0; news && i < count; i++) {
            passed[anchors[i]]++;
        }
        return news;
    }

    /**
     * Holds a record none of whose anchors is news, in the place of the oldest of its shape; false
     * when it is to be passed on.
     */
    boolean holds(long shape, Window window, Lines lines, long near, int[] anchors) {
        Recurring group = group(shape, anchors[0]);
        if (group.seen < NEW) {
            group.seen++;
            return false;
        }
        int from = window.start(lines.first);
        int length = window.textEnd(lines.last) - from;
        byte[] place = NOTHING;
        while (!group.last.isEmpty()
                && (group.last.size() >= LAST || bytes + length > MOST_BYTES)) {
            place = group.last.removeFirst().bytes;
            bytes -= place.length;
        }
        if (place.length < length) {
            place = new byte[(length + GRAIN - 1) / GRAIN * GRAIN];
        }
        bytes += place.length;
        System.arraycopy(window.bytes(), from, place, 0, length);
        group.last.addLast(new Held(place, length, window.number(lines.first), near, anchors));
        return true;
    }

    /** Every record that was held, in the order of the file. */
    List<Held> held() {
        List<Held> all = new ArrayList<>();
        for (Recurring group : groups) {
            if (group != null) {
                all.addAll(group.last);
            }
        }
        all.sort(Order.by(Held::number));
        return all;
    }

    private Recurring group(long shape, int anchor) {
        Recurring known = groups[place(shape)];
        if (known != null) {
            return known;
        }
        long key = groupCount < MOST_SHAPES ? shape : anchor % SHARED;
        int place = place(key);
        Recurring group = groups[place];
        if (group == null) {
            group = new Recurring();
            groups[place] = group;
            shapes[place] = key;
            groupCount++;
        }
        return group;
    }

    /** Where the group of this key is or belongs. */
    private int place(long key) {
        int place = (int) (key ^ key >>> Integer.SIZE) & (PLACES - 1);
        while (groups[place] != null && shapes[place] != key) {
            place = (place + 1) & (PLACES - 1);
        }
        return place;
    }
}
