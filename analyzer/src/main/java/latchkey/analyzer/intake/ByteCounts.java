package latchkey.analyzer.intake;

/**
 * How often each byte value occurs. Most files of a machine are plain ASCII, and one look at every
 * byte of their head tells so; this is done in small pieces, since a long loop would be run through
 * by the interpreter of a cold process.
 */
public final class ByteCounts {
    private static final int PIECE = 256;

    private final int[] counts = new int[256];

    private ByteCounts() {}

    public static ByteCounts of(byte[] bytes) {
        ByteCounts all = new ByteCounts();
        for (int from = 0; from < bytes.length; from += PIECE) {
            add(bytes, from, Math.min(bytes.length, from + PIECE), all.counts);
        }
        return all;
    }

    private static void add(byte[] bytes, int from, int to, int[] counts) {
        for (int at = from; at < to; at++) {
            counts[bytes[at] & 0xff]++;
        }
    }

    /** How often one value occurs. */
    public int of(int value) {
        return counts[value];
    }

    /** Whether no byte is NUL or lies outside ASCII. */
    public boolean isPlain() {
        int odd = counts[0];
        for (int value = 0x80; value < counts.length; value++) {
            odd += counts[value];
        }
        return odd == 0;
    }
}
