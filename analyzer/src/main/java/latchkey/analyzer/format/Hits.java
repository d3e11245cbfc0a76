package latchkey.analyzer.format;

import java.util.Arrays;
import latchkey.analyzer.scan.AnchorHits;

/** The hits of one block, brought into the order of their place. */
final class Hits implements AnchorHits {
    private long[] packed = new long[256];
    private int count;

    @Override
    public void hit(int at, int anchor) {
        if (count == packed.length) {
            packed = Arrays.copyOf(packed, count * 2);
        }
        packed[count++] = (long) at << Integer.SIZE | anchor;
    }

    void sort() {
        Arrays.sort(packed, 0, count);
    }

    void clear() {
        count = 0;
    }

    int count() {
        return count;
    }

    int at(int index) {
        return (int) (packed[index] >>> Integer.SIZE);
    }

    int anchor(int index) {
        return (int) packed[index];
    }
}
