package latchkey.analyzer.scan;

/**
 * Numbers the windows of the anchors, equal ones alike. A table of its own: through texts and maps
 * of the library this was the longest part of making a scanner, and every start makes one.
 */
final class Windows {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final long[] starts;
    private final long[] ends;

    /** Number of a window plus one, by hash; what finds its place taken moves on to the next. */
    private final int[] table;

    private int size;

    Windows(int most) {
        starts = new long[most];
        ends = new long[most];
        table = new int[Integer.highestOneBit(Math.max(1, most)) * 4];
    }

    int size() {
        return size;
    }

    /**
     * The number of the window with these first and last eight bytes; {@link #size} for a new one.
     */
    int numberOf(long start, long end) {
        int mask = table.length - 1;
        int at = (int) ((start * 31 + end) * SPREAD >>> Integer.SIZE) & mask;
        while (table[at] != 0) {
            int number = table[at] - 1;
            if (starts[number] == start && ends[number] == end) {
                return number;
            }
            at = (at + 1) & mask;
        }
        starts[size] = start;
        ends[size] = end;
        table[at] = ++size;
        return size - 1;
    }
}
