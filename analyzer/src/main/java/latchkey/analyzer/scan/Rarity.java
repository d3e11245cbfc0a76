package latchkey.analyzer.scan;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/** Guesses from letters alone which part of a text is seldom seen in ordinary logs. */
final class Rarity {
    /** Letters by how often they occur in English and in identifiers, most frequent first. */
    private static final String FREQUENT = "etianosrlcdupmgfhbvywkxqjz";

    private static final String FREQUENT_SIGNS = " 0.1:2-/3\\4_5[]6'78,9=()\"";

    /** Words that ordinary lines are full of; a part of one is worth little. */
    private static final String ORDINARY =
            "[00000012] [00000001] [00000020] 0000 1000 windowsazureguestagent heartbeat."
                + " microsoft.compute.vmaccessagent microsoft.azure. extension handler (handler"
                + " name: plugin version status is not ready the installed already enabled command"
                + " of state running is running exception system.threading.tasks.task  at"
                + " microsoft.windowsazure.guestagent. on the of the to the in the for the and the"
                + " ing the ation ment http://168.63.129.16 https:// .blob.core.windows.net"
                + " c:\\packages\\plugins c:\\windowsazure\\logs goal state certificate connection "
                + " failed error code: exit code exited with information service successfully"
                + " password account user after before valid ";

    private static final byte[] ORDINARY_BYTES = ORDINARY.getBytes(StandardCharsets.ISO_8859_1);

    private static final double COMMON = 1e6;

    private static final int HASH_BITS = 18;

    /** One bit for each hash of a gram of ordinary words; a stranger among them does no harm. */
    private static final BitSet ORDINARY_GRAMS = new BitSet(1 << HASH_BITS);

    /** Share of each byte, looked up more than a hundred thousand times at every start. */
    private static final double[] SHARES = new double[256];

    static {
        for (int at = 0; at + AnchorScanner.GRAM <= ORDINARY.length(); at++) {
            ORDINARY_GRAMS.set(hash(ORDINARY_BYTES, at, AnchorScanner.GRAM));
        }
        for (int letter = 0; letter < SHARES.length; letter++) {
            SHARES[letter] = share(letter);
        }
    }

    private Rarity() {}

    /**
     * Start of the window of {@code width} bytes whose most frequent grams are the least frequent.
     */
    static int rarestWindow(byte[] text, int width, int gram) {
        double[] grams = new double[text.length - gram + 1];
        for (int at = 0; at < grams.length; at++) {
            grams[at] = frequency(text, at, gram);
        }
        int best = 0;
        double least = Double.MAX_VALUE;
        for (int start = 0; start + width <= text.length; start++) {
            double frequency = 0;
            for (int at = start; at + gram <= start + width; at++) {
                frequency += grams[at];
            }
            if (frequency < least) {
                least = frequency;
                best = start;
            }
        }
        return best;
    }

    private static double frequency(byte[] text, int from, int gram) {
        double product = ORDINARY_GRAMS.get(hash(text, from, gram)) ? COMMON : 1;
        for (int i = from; i < from + gram; i++) {
            product *= SHARES[text[i] & 0xFF];
        }
        return product;
    }

    private static int hash(byte[] text, int from, int gram) {
        int hash = 0;
        for (int i = from; i < from + gram; i++) {
            hash = hash * 0x01000193 + text[i];
        }
        return (hash * 0x9E3779B1) >>> (Integer.SIZE - HASH_BITS);
    }

    /**
     * Of a lower-case byte, in hundredths; digits and signs cluster in times and addresses, hence
     * their high share.
     */
    private static double share(int letter) {
        int place = FREQUENT.indexOf(letter);
        if (place >= 0) {
            return 9.0 / (1 + place * 0.5);
        }
        int sign = FREQUENT_SIGNS.indexOf(letter);
        if (sign >= 0) {
            return 12.0 / (1 + sign * 0.15);
        }
        return 0.5;
    }
}
