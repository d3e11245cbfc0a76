package latchkey.analyzer.format;

import latchkey.analyzer.intake.ByteCounts;

import java.nio.charset.StandardCharsets;

/** Tells binary files from text by their first bytes. */
final class Sniff {
    /**
     * Event logs, registry hives, programs, dumps, pictures: what lies about on a machine and is no
     * text.
     */
    private static final String[] MAGIC = {
        "ElfFile\0", "regf", "MZ\u0090\0", "PAGEDU", "MDMP", "\u0089PNG", "\u007fELF"
    };

    private static final int MOST_ODD = 8;

    private Sniff() {}

    static boolean isBinary(byte[] head) {
        return hasMagic(head) || (!isPlain(head) && !isUtf16(head) && isRagged(head));
    }

    /** Whether there is no NUL and hardly a control character, so that no more has to be asked. */
    private static boolean isPlain(byte[] head) {
        ByteCounts counts = ByteCounts.of(head);
        int odd = 0;
        for (int letter = 1; letter < 0x80; letter++) {
            odd += isControl((byte) letter) ? counts.of(letter) : 0;
        }
        return counts.of(0) == 0 && odd <= MOST_ODD;
    }

    private static boolean hasMagic(byte[] head) {
        String start = new String(head, 0, Math.min(head.length, 16), StandardCharsets.ISO_8859_1);
        for (String magic : MAGIC) {
            if (start.startsWith(magic)) {
                return true;
            }
        }
        return false;
    }

    /** A byte order mark, or NULs in nearly every second place and seldom in the others. */
    private static boolean isUtf16(byte[] head) {
        if (head.length >= 2 && (head[0] & 0xff) + (head[1] & 0xff) == 0xff + 0xfe) {
            return true;
        }
        int even = 0;
        int odd = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                even += 1 - i % 2;
                odd += i % 2;
            }
        }
        int half = head.length / 2;
        return Math.max(even, odd) * 10 > half * 6 && Math.min(even, odd) * 10 < half;
    }

    /**
     * Control characters, and NULs scattered rather than in one run, beyond what a damaged log has.
     */
    private static boolean isRagged(byte[] head) {
        int odd = 0;
        int present = 0;
        for (int i = 0; i < head.length; i++) {
            byte letter = head[i];
            boolean startsRun = letter == 0 && i > 0 && head[i - 1] != 0;
            odd += startsRun || isControl(letter) ? 1 : 0;
            present += letter == 0 ? 0 : 1;
        }
        return odd > MOST_ODD && odd * 25 > present;
    }

    /** White space, bell, backspace and escape belong to text and to consoles. */
    private static boolean isControl(byte letter) {
        return letter == 0x7f
                || (letter > 0 && letter < ' ' && (letter < 7 || letter > 13) && letter != 27);
    }
}
