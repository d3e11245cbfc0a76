package latchkey.analyzer.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds many fixed texts in blocks of bytes, without regard to ASCII case, at a cost that hardly
 * depends on their number.
 *
 * <p>Of every anchor a window of {@value #WINDOW} bytes is chosen, and each of the window's grams
 * of {@value #GRAM} bytes sets a bit in a table that fits the first-level cache. Only every {@value
 * #STRIDE}th position of a block is looked at: wherever the window lies, one of its grams starts at
 * such a position. What passes the table is compared exactly. Immutable, so that threads may share
 * it.
 */
public final class AnchorScanner {
    /** Shortest anchor in bytes. */
    public static final int WINDOW = 10;

    private static final int STRIDE = 6;
    static final int GRAM = WINDOW - STRIDE + 1;
    private static final int TABLE_BITS = 18;
    private static final int SAMPLES = 4;

    /** Tables that are asked second. */
    private static final int FINE_BITS = 18;

    private static final int MORE = Long.BYTES - GRAM;

    /**
     * Bytes per call of the inner loop: short, so that the compiler gets to it early in a cold
     * process.
     */
    private static final int STEP = SAMPLES * STRIDE * 32;

    private static final long CASE = 0x2020202020202020L;
    private static final int SHIFT = Long.SIZE - TABLE_BITS;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Shifted so that only the low bytes of a load, those of the gram, reach the result. */
    private static final long MULTIPLIER = SPREAD << (Long.SIZE - Byte.SIZE * GRAM);

    private final long[] table = new long[1 << (TABLE_BITS - 6)];

    /**
     * What passes the first table is looked up with three more bytes: those after the gram where it
     * is one of the window's first three, those before it where it is one of the last three.
     */
    private final long[] onward = new long[1 << (FINE_BITS - 6)];

    private final long[] backward = new long[1 << (FINE_BITS - 6)];

    /** First entry of a gram's chain plus one, by hash. */
    private final int[] heads = new int[1 << TABLE_BITS];

    /**
     * Next entry of a chain plus one; a window has one entry for each of its grams, one after the
     * other.
     */
    private final int[] nexts;

    /**
     * The last eight bytes of each window, folded: tells most strangers from it in one comparison.
     */
    private final long[] tails;

    /** The texts that share a window, and where in each text its window starts. */
    private final int[][] membersOf;

    private final int[] windowAt;
    private final byte[][] texts;
    private final int[] lengths;
    private final int shortest;

    private AnchorScanner(List<byte[]> anchors) {
        int count = anchors.size();
        texts = new byte[count][];
        windowAt = new int[count];
        lengths = new int[count];
        nexts = new int[count * STRIDE];
        tails = new long[count];
        membersOf = new int[count][];
        Windows windows = new Windows(count);
        int least = Integer.MAX_VALUE;
        for (int text = 0; text < count; text++) {
            byte[] anchor = folded(anchors.get(text));
            int at = Rarity.rarestWindow(anchor, WINDOW);
            texts[text] = anchor;
            windowAt[text] = at;
            lengths[text] = anchor.length;
            least = Math.min(least, anchor.length);
            long start = wordAt(anchor, at);
            long end = wordAt(anchor, at + WINDOW - Long.BYTES);
            int known = windows.size();
            int window = windows.numberOf(start, end);
            if (window == known) {
                membersOf[window] = new int[] {text};
                enter(window, start, end);
            } else {
                int[] members = membersOf[window];
                members = Arrays.copyOf(members, members.length + 1);
                members[members.length - 1] = text;
                membersOf[window] = members;
            }
        }
        shortest = least;
    }

    /**
     * @param anchors UTF-8 bytes, each at least {@value #WINDOW} of them; the same text may occur
     *     more than once
     */
    public static AnchorScanner of(List<byte[]> anchors) {
        return new AnchorScanner(anchors);
    }

    /** Length of an anchor in bytes. */
    public int lengthOf(int anchor) {
        return lengths[anchor];
    }

    /**
     * Reports every anchor that lies within {@code [from, to)}, roughly but not strictly in the
     * order of place.
     */
    public void scan(byte[] block, int from, int to, AnchorHits hits) {
        Range range = new Range(from, to);
        int end = to - GRAM + 1;
        int quick = Math.min(end, block.length - Long.BYTES + 1) - (SAMPLES - 1) * STRIDE;
        int[] places = new int[STEP / STRIDE + SAMPLES];
        int at = from;
        while (at < quick) {
            int next = Math.min(quick, at + STEP);
            int count = sift(block, at, next, places);
            at += (next - at + SAMPLES * STRIDE - 1) / (SAMPLES * STRIDE) * (SAMPLES * STRIDE);
            count = siftMore(block, places, count);
            for (int i = 0; i < count; i++) {
                compare(block, places[i], range, hits);
            }
        }
        for (; at < end; at += STRIDE) {
            int hash = hash(wordAt(block, at));
            if (((table[hash >>> 6] >>> hash) & 1) != 0) {
                compare(block, at, range, hits);
            }
        }
    }

    /** Ids of the anchors in a text, in rising order. */
    public Set<Integer> anchorsIn(String text) {
        if (text.length() * 3L < shortest) {
            return Set.of();
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Set<Integer> found = new TreeSet<>();
        scan(bytes, 0, bytes.length, (at, anchor) -> found.add(anchor));
        return found;
    }

    private record Range(int from, int to) {}

    /**
     * Puts down the places that pass the first table and answers how many there are. Every place is
     * written and the count moves on only when it passes: one sample in ten passes in ordinary
     * logs, without any pattern, and a branch that is guessed wrong costs more than all else here.
     */
    private int sift(byte[] block, int from, int to, int[] places) {
        long[] bits = table;
        int mask = bits.length - 1;
        int count = 0;
        for (int at = from; at < to; at += SAMPLES * STRIDE) {
            int first = hash((long) LONG.get(block, at));
            int second = hash((long) LONG.get(block, at + STRIDE));
            int third = hash((long) LONG.get(block, at + 2 * STRIDE));
            int fourth = hash((long) LONG.get(block, at + 3 * STRIDE));
            places[count] = at;
            count += (int) (bits[(first >>> 6) & mask] >>> first) & 1;
            places[count] = at + STRIDE;
            count += (int) (bits[(second >>> 6) & mask] >>> second) & 1;
            places[count] = at + 2 * STRIDE;
            count += (int) (bits[(third >>> 6) & mask] >>> third) & 1;
            places[count] = at + 3 * STRIDE;
            count += (int) (bits[(fourth >>> 6) & mask] >>> fourth) & 1;
        }
        return count;
    }

    /** Of the places found keeps those that pass the second tables, in the same way. */
    private int siftMore(byte[] block, int[] places, int count) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int at = places[i];
            int after = fine((long) LONG.get(block, at));
            places[kept] = at;
            if (at < MORE) {
                kept++;
                continue;
            }
            int before = fine((long) LONG.get(block, at - MORE));
            kept += (int) (onward[after >>> 6] >>> after | backward[before >>> 6] >>> before) & 1;
        }
        return kept;
    }

    private void compare(byte[] block, int at, Range range, AnchorHits hits) {
        int hash = hash(wordAt(block, at));
        for (int entry = heads[hash] - 1; entry >= 0; entry = nexts[entry] - 1) {
            int start = at - entry % STRIDE;
            if (start < range.from || start + WINDOW > range.to) {
                continue;
            }
            int window = entry / STRIDE;
            if (((long) LONG.get(block, start + WINDOW - Long.BYTES) | CASE) == tails[window]) {
                confirm(block, start, membersOf[window], range, hits);
            }
        }
    }

    private void confirm(
            byte[] block, int windowStart, int[] members, Range range, AnchorHits hits) {
        for (int text : members) {
            int start = windowStart - windowAt[text];
            byte[] wanted = texts[text];
            if (start >= range.from
                    && start + wanted.length <= range.to
                    && isAt(block, start, wanted)) {
                hits.hit(start, text);
            }
        }
    }

    private static boolean isAt(byte[] block, int start, byte[] wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (lower(block[start + i]) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private void enter(int window, long start, long end) {
        tails[window] = end | CASE;
        for (int offset = 0; offset < STRIDE; offset++) {
            int hash = hash(wordIn(start, end, offset));
            int entry = window * STRIDE + offset;
            nexts[entry] = heads[hash];
            heads[hash] = entry + 1;
            table[hash >>> 6] |= 1L << hash;
            boolean first = offset < MORE;
            int fine = fine(wordIn(start, end, first ? offset : offset - MORE));
            (first ? onward : backward)[fine >>> 6] |= 1L << fine;
        }
    }

    private static int hash(long word) {
        return (int) (((word | CASE) * MULTIPLIER) >>> SHIFT);
    }

    private static int fine(long word) {
        return (int) (((word | CASE) * SPREAD) >>> (Long.SIZE - FINE_BITS));
    }

    /** Eight bytes of a window from {@code at}, given its first and its last eight. */
    private static long wordIn(long start, long end, int at) {
        int behind = WINDOW - Long.BYTES;
        return at <= 0
                ? start
                : at >= behind ? end >>> (Byte.SIZE * (at - behind)) : between(start, end, at);
    }

    private static long between(long start, long end, int at) {
        int behind = WINDOW - Long.BYTES;
        return (start >>> (Byte.SIZE * at)) | (end << (Byte.SIZE * (behind - at)));
    }

    /** Eight bytes from {@code at}, zeros past the end. */
    private static long wordAt(byte[] bytes, int at) {
        if (at + Long.BYTES <= bytes.length) {
            return (long) LONG.get(bytes, at);
        }
        long word = 0;
        for (int i = bytes.length - 1; i >= at; i--) {
            word = (word << Byte.SIZE) | (bytes[i] & 0xff);
        }
        return word;
    }

    private static byte[] folded(byte[] anchor) {
        if (anchor.length < WINDOW) {
            throw new IllegalArgumentException("an anchor is too short");
        }
        byte[] folded = new byte[anchor.length];
        for (int i = 0; i < anchor.length; i++) {
            folded[i] = (byte) lower(anchor[i]);
        }
        return folded;
    }

    private static int lower(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter;
    }
}
