package latchkey.analyzer.format;

/**
 * A number for how a record reads when counters, addresses and ids are left out, so that what is
 * said again and again is known without decoding it. A number that follows a word such as code or
 * status counts as a word.
 */
final class Shape {
    private static final int LONGEST = 512;
    private static final long SEED = 0x9E3779B97F4A7C15L;
    private static final long FACTOR = 0xff51afd7ed558ccdL;

    /** Last four letters, folded, of the words that make the number after them matter. */
    private static final int CODE = tail("code");

    private static final int ERROR = tail("rror");
    private static final int STATUS = tail("atus");
    private static final int RESULT = tail("sult");

    private Shape() {}

    static long of(byte[] bytes, int from, int end) {
        int to = Math.min(end, from + LONGEST);
        long shape = SEED;
        int tail = 0;
        int at = from;
        while (at < to) {
            if (!isWord(bytes[at])) {
                shape = (shape ^ bytes[at++]) * FACTOR;
                continue;
            }
            long word = SEED;
            boolean number = false;
            int letters = 0;
            for (; at < to && isWord(bytes[at]); at++) {
                number |= bytes[at] >= '0' && bytes[at] <= '9';
                letters = letters << Byte.SIZE | bytes[at] | 0x20;
                word = (word ^ bytes[at]) * FACTOR;
            }
            boolean open =
                    number && tail != CODE && tail != ERROR && tail != STATUS && tail != RESULT;
            shape = (shape ^ (open ? '#' : word)) * FACTOR;
            shape ^= shape >>> 29;
            tail = letters;
        }
        return shape;
    }

    private static int tail(String letters) {
        int tail = 0;
        for (int i = 0; i < letters.length(); i++) {
            tail = tail << Byte.SIZE | letters.charAt(i);
        }
        return tail;
    }

    /** Letters, digits, the hyphen of ids and negative numbers, and whatever is no ASCII. */
    private static boolean isWord(byte letter) {
        int folded = letter | 0x20;
        return (folded >= 'a' && folded <= 'z')
                || (letter >= '0' && letter <= '9')
                || letter == '-'
                || letter < 0;
    }
}
