package latchkey.analyzer.format;

import latchkey.analyzer.scan.AnchorHits;

import java.util.Arrays;

/** The hits of one block, brought into the order of their place. */
final class Hits implements AnchorHits {
    private long[] packed = new long[256];
    private int count;

    /** Finds come almost in order: each moves at most past the few that overlap it. */
    @Override
    public void hit(int at, int anchor) {
        if (count == packed.length) {
            packed = Arrays.copyOf(packed, count * 2);
        }
        long hit = (long) at << Integer.SIZE | anchor;
        int place = count++;
        for (; place > 0 && packed[place - 1] > hit; place--) {
            packed[place] = packed[place - 1];
        }
        packed[place] = hit;
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
