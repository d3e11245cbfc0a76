package latchkey.analyzer.format;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the times at the starts of lines tell of a whole file: its first and last moment, and where
 * its clock misbehaves. In a large file a jump that is taken back within a few lines may go
 * unnoticed.
 */
final class Diary {
    /** Stands for a line without a time. */
    static final long NONE = Long.MIN_VALUE;

    /**
     * Up to here every line's time is read; after it, where logs are large, one of {@link #STEP}.
     */
    private static final long EXACT = 16 << 20;

    private static final int STEP = 64;
    private static final int MOST_NOTES = 5;
    private static final long BACKWARDS = Duration.ofSeconds(60).toMillis();
    private static final long SPAN = Duration.ofHours(2).toMillis();

    private final Stamp stamp = new Stamp();
    private final List<String> notes = new ArrayList<>();
    private long previous = NONE;
    private long least = NONE;
    private long most = NONE;
    private int unsaid;

    /**
     * Takes note of the block's lines: of all in the first {@link #EXACT} bytes of a file, of some
     * in what follows.
     */
    void block(Window window) {
        int stop = window.stop();
        if (window.offset(window.start(stop)) <= EXACT) {
            lines(window, window.firstFresh(), stop);
            return;
        }
        for (int from = window.firstFresh(); from < stop; from += STEP) {
            some(window, from, Math.min(from + STEP, stop));
        }
    }

    /** Time of a line in milliseconds, or {@link #NONE}. */
    long timeOf(Window window, int line) {
        byte[] bytes = window.bytes();
        int from = window.start(line);
        int to = window.start(line + 1);
        if (from >= to
                || (bytes[from] != '[' && (bytes[from] < '0' || bytes[from] > '9'))
                || window.isPiece(line)) {
            return NONE;
        }
        return stamp.read(bytes, from, to) ? stamp.epochMilli() : NONE;
    }

    private void lines(Window window, int from, int to) {
        for (int line = from; line < to; line++) {
            long now = timeOf(window, line);
            if (now != NONE) {
                note(now, window.number(line));
            }
        }
    }

    /**
     * Takes the last time for all of these lines, unless it shows that something happened among
     * them.
     */
    private void some(Window window, int from, int to) {
        for (int line = to - 1; line >= from; line--) {
            long now = timeOf(window, line);
            if (now == NONE) {
                continue;
            }
            if (previous == NONE || now < previous - BACKWARDS || now > previous + SPAN) {
                lines(window, from, to);
            } else {
                note(now, window.number(line));
            }
            return;
        }
    }

    private void note(long now, int number) {
        if (previous == NONE) {
            least = now;
            most = now;
        } else if (now < previous || now > previous + SPAN) {
            jump(now, number);
        }
        least = Math.min(least, now);
        most = Math.max(most, now);
        previous = now;
    }

    @Nullable Instant from() {
        return least == NONE ? null : Instant.ofEpochMilli(least);
    }

    @Nullable Instant to() {
        return most == NONE ? null : Instant.ofEpochMilli(most);
    }

    /** Sentences on clock jumps and missing spans, at most a handful. */
    List<String> notes() {
        List<String> all = new ArrayList<>(notes);
        if (unsaid > 0) {
            all.add(unsaid + " more clock jumps or missing spans.");
        }
        return all;
    }

    private void jump(long now, int number) {
        if (now < previous - BACKWARDS) {
            say("The clock goes back from %s to %s at line %d.", now, number);
        } else if (now > previous + SPAN) {
            say("Nothing was logged from %s to %s, before line %d.", now, number);
        }
    }

    private void say(String sentence, long now, int number) {
        if (notes.size() == MOST_NOTES) {
            unsaid++;
            return;
        }
        notes.add(
                String.format(
                        Locale.ROOT,
                        sentence,
                        Instant.ofEpochMilli(previous),
                        Instant.ofEpochMilli(now),
                        number));
    }
}
