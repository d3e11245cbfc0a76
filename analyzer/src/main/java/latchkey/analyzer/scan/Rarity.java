package latchkey.analyzer.scan;

import java.nio.charset.StandardCharsets;

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
                + " password account user after before valid processing the extensions, processed"
                + " incarnation of goal state, extension processing goalstate telemetry waiting for"
                + " command command has exited with exit code: ";

    private static final byte[] ORDINARY_BYTES = ORDINARY.getBytes(StandardCharsets.ISO_8859_1);

    private static final int HASH_BITS = 18;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final long GRAM_MASK = (1L << Byte.SIZE * AnchorScanner.GRAM) - 1;

    /** Steps of cost for a doubled frequency. */
    private static final int STEPS = 16;

    /** What a part of an ordinary word costs more: as if it were a million times as frequent. */
    private static final int COMMON = 20 * STEPS;

    /** Added to the cost of a gram, so that none is negative. */
    private static final int LEAST = AnchorScanner.GRAM * STEPS;

    /** The first powers of the {@link #STEPS}th root of two, in units of 1/{@link #STEPS}. */
    private static final int[] POWERS = new int[STEPS];

    /** One bit for each hash of a gram of ordinary words; a stranger among them does no harm. */
    private static final long[] ORDINARY_GRAMS = new long[1 << (HASH_BITS - 6)];

    /** Logarithm of each byte's share: a gram costs the sum of its bytes. */
    private static final int[] COSTS = new int[256];

    static {
        long gram = 0;
        for (int at = 0; at < ORDINARY_BYTES.length; at++) {
            gram = (gram << Byte.SIZE | ORDINARY_BYTES[at]) & GRAM_MASK;
            if (at >= AnchorScanner.GRAM - 1) {
                int hash = hash(gram);
                ORDINARY_GRAMS[hash >>> 6] |= 1L << hash;
            }
        }
        for (int step = 0; step < STEPS; step++) {
            POWERS[step] = (int) Math.round(STEPS * Math.pow(2, (double) step / STEPS));
        }
        for (int letter = 0; letter < COSTS.length; letter++) {
            COSTS[letter] = (int) Math.round(STEPS * Math.log(share(letter)) / Math.log(2));
        }
    }

    private Rarity() {}

    /**
     * Start of the window of {@code width} bytes whose grams are seen least often. Every start asks
     * this of thousands of texts.
     */
    static int rarestWindow(byte[] text, int width) {
        int[] grams = costs(text);
        int best = 0;
        long least = Long.MAX_VALUE;
        for (int start = 0; start + width <= text.length; start++) {
            long often = 0;
            for (int at = start; at <= start + width - AnchorScanner.GRAM; at++) {
                int steps = grams[at] + LEAST;
                often += (long) POWERS[steps & STEPS - 1] << (steps / STEPS);
            }
            if (often < least) {
                least = often;
                best = start;
            }
        }
        return best;
    }

    private static int[] costs(byte[] text) {
        int[] grams = new int[text.length - AnchorScanner.GRAM + 1];
        long gram = 0;
        int sum = 0;
        for (int at = 0; at < text.length; at++) {
            gram = (gram << Byte.SIZE | text[at] & 0xFF) & GRAM_MASK;
            sum += COSTS[text[at] & 0xFF];
            int first = at - AnchorScanner.GRAM + 1;
            if (first >= 0) {
                int hash = hash(gram);
                boolean common = (ORDINARY_GRAMS[hash >>> 6] >>> hash & 1) != 0;
                grams[first] = common ? sum + COMMON : sum;
                sum -= COSTS[text[first] & 0xFF];
            }
        }
        return grams;
    }

    private static int hash(long gram) {
        return (int) (gram * SPREAD >>> (Long.SIZE - HASH_BITS));
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
