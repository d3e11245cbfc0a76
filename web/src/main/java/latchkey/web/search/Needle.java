package latchkey.web.search;

import java.nio.charset.StandardCharsets;

/** A text in bytes, without regard to the case of ASCII letters. */
final class Needle {
    private Needle() {}

    static byte[] folded(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = fold(bytes[i]);
        }
        return bytes;
    }

    private static byte fold(byte one) {
        return one >= 'A' && one <= 'Z' ? (byte) (one + ('a' - 'A')) : one;
    }

    /** Position of the first occurrence, or -1. The rarest byte is looked for first. */
    static int find(byte[] needle, byte[] in, int from, int to) {
        int key = rarest(needle);
        byte low = needle[key];
        byte high = low >= 'a' && low <= 'z' ? (byte) (low - ('a' - 'A')) : low;
        int last = to - needle.length + key;
        for (int at = from + key; at <= last; at++) {
            byte one = in[at];
            if ((one == low || one == high) && isAt(needle, in, at - key)) {
                return at - key;
            }
        }
        return -1;
    }

    private static boolean isAt(byte[] needle, byte[] in, int at) {
        for (int i = 0; i < needle.length; i++) {
            if (fold(in[at + i]) != needle[i]) {
                return false;
            }
        }
        return true;
    }

    /** Letters that logs are full of come last. */
    private static int rarest(byte[] needle) {
        String common = "zqjkvxwy_fgpbmuhdclrnostiae210.: ";
        int best = 0;
        int rank = common.length();
        for (int i = 0; i < needle.length; i++) {
            int at = common.indexOf(needle[i]);
            if (at < rank) {
                rank = at;
                best = i;
            }
        }
        return best;
    }

    static int find(String needle, String in) {
        for (int at = 0; at <= in.length() - needle.length(); at++) {
            if (in.regionMatches(true, at, needle, 0, needle.length())) {
                return at;
            }
        }
        return -1;
    }
}
