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

    private static final byte SIGN = 0;
    private static final byte LETTER = 1;
    private static final byte DIGIT = 2;

    /** What each byte is. */
    private static final byte[] KINDS = new byte[256];

    static {
        for (int letter = 0; letter < KINDS.length; letter++) {
            KINDS[letter] = kind((byte) letter);
        }
    }

    private Shape() {}

    static long of(byte[] bytes, int from, int end) {
        int to = Math.min(end, from + LONGEST);
        long shape = SEED;
        int tail = 0;
        int at = from;
        while (at < to) {
            if (KINDS[bytes[at] & 0xFF] == SIGN) {
                shape = (shape ^ bytes[at++]) * FACTOR;
                continue;
            }
            long word = SEED;
            int kinds = 0;
            int letters = 0;
            for (; at < to; at++) {
                byte letter = bytes[at];
                byte kind = KINDS[letter & 0xFF];
                if (kind == SIGN) {
                    break;
                }
                kinds |= kind;
                letters = letters << Byte.SIZE | letter | 0x20;
                word = (word ^ letter) * FACTOR;
            }
            boolean open =
                    (kinds & DIGIT) != 0
                            && tail != CODE
                            && tail != ERROR
                            && tail != STATUS
                            && tail != RESULT;
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
    private static byte kind(byte letter) {
        int folded = letter | 0x20;
        if (letter >= '0' && letter <= '9') {
            return DIGIT;
        }
        boolean isLetter = (folded >= 'a' && folded <= 'z') || letter == '-' || letter < 0;
        return isLetter ? LETTER : SIGN;
    }
}
