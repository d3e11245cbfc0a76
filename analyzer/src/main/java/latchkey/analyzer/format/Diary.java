package latchkey.analyzer.format;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the times at the starts of lines tell of a whole file: its first and last moment, and where its clock misbehaves. */
final class Diary {
    /** Stands for a line without a time. */
    static final long NONE = Long.MIN_VALUE;

    private static final int MOST_NOTES = 5;
    private static final long BACKWARDS = Duration.ofSeconds(60).toMillis();
    private static final long SPAN = Duration.ofHours(2).toMillis();

    private final Stamp stamp = new Stamp();
    private final List<String> notes = new ArrayList<>();
    private long previous = NONE;
    private long least = NONE;
    private long most = NONE;
    private int unsaid;

    /** Takes note of the line at {@code [from, to)} and answers its time in milliseconds, or {@link #NONE}. */
    long line(byte[] bytes, int from, int to, int number) {
        if (from >= to || (bytes[from] != '[' && (bytes[from] < '0' || bytes[from] > '9'))) {
            return NONE;
        }
        if (!stamp.read(bytes, from, to)) {
            return NONE;
        }
        long now = stamp.epochMilli();
        if (previous == NONE) {
            least = now;
            most = now;
        } else if (now < previous || now > previous + SPAN) {
            jump(now, number);
        }
        least = Math.min(least, now);
        most = Math.max(most, now);
        previous = now;
        return now;
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
            note("The clock goes back from %s to %s at line %d.", now, number);
        } else if (now > previous + SPAN) {
            note("Nothing was logged from %s to %s, before line %d.", now, number);
        }
    }

    private void note(String sentence, long now, int number) {
        if (notes.size() == MOST_NOTES) {
            unsaid++;
            return;
        }
        notes.add(String.format(
                Locale.ROOT, sentence, Instant.ofEpochMilli(previous), Instant.ofEpochMilli(now), number));
    }
}
