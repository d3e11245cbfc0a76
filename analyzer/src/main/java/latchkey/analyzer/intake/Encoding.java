package latchkey.analyzer.intake;

import org.jspecify.annotations.Nullable;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * What a text is written in, as far as its first bytes tell.
 *
 * @param charset to decode with, null for UTF-8
 * @param mark bytes of the byte order mark to leave out
 */
record Encoding(String name, @Nullable Charset charset, int mark) {
    private static final Encoding UTF_8 = new Encoding("utf-8", null, 0);

    /** Pairs needed before zero bytes are taken for UTF-16. */
    private static final int FEWEST_PAIRS = 2;

    /**
     * @param whole whether the head is all there is, so that a character cut at its end is an error
     */
    static Encoding of(byte[] head, boolean whole) {
        Encoding marked = marked(head);
        if (marked != null) {
            return marked;
        }
        if (ByteCounts.of(head).isPlain()) {
            return UTF_8;
        }
        Encoding wide = wide(head);
        if (wide != null) {
            return wide;
        }
        return mostlyUtf8(head, whole) ? UTF_8 : named(CodePage.of(head));
    }

    private static @Nullable Encoding marked(byte[] head) {
        if (starts(head, 0xef, 0xbb, 0xbf)) {
            return new Encoding("utf-8", null, 3);
        }
        if (starts(head, 0xff, 0xfe, 0, 0)) {
            return new Encoding("utf-32le", Charset.forName("UTF-32LE"), 4);
        }
        if (starts(head, 0xff, 0xfe)) {
            return new Encoding("utf-16le", StandardCharsets.UTF_16LE, 2);
        }
        return starts(head, 0xfe, 0xff)
                ? new Encoding("utf-16be", StandardCharsets.UTF_16BE, 2)
                : null;
    }

    private static boolean starts(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Line ends, blanks and digits of any language have one zero byte in UTF-16, always on the same
     * side. Pairs of two zeros are skipped: disks that lost power leave long runs of them in UTF-8
     * files as well.
     */
    private static @Nullable Encoding wide(byte[] head) {
        int pairs = 0;
        int little = 0;
        int big = 0;
        for (int i = 0; i + 1 < head.length; i += 2) {
            if (head[i] == 0 && head[i + 1] == 0) {
                continue;
            }
            pairs++;
            little += head[i + 1] == 0 && isText(head[i]) ? 1 : 0;
            big += head[i] == 0 && isText(head[i + 1]) ? 1 : 0;
        }
        if (pairs < FEWEST_PAIRS) {
            return null;
        }
        if (little * 6 >= pairs && big * 20 <= little) {
            return new Encoding("utf-16le", StandardCharsets.UTF_16LE, 0);
        }
        boolean isBig = big * 6 >= pairs && little * 20 <= big;
        return isBig ? new Encoding("utf-16be", StandardCharsets.UTF_16BE, 0) : null;
    }

    private static boolean isText(byte b) {
        return b >= ' ' || b == '\t' || b == '\n' || b == '\r';
    }

    /**
     * A log of several writers may hold a few foreign bytes: more good characters than bad bytes is
     * still UTF-8.
     */
    private static boolean mostlyUtf8(byte[] head, boolean whole) {
        int good = 0;
        int bad = 0;
        int at = 0;
        while (at < head.length) {
            if (head[at] >= 0) {
                at++;
                continue;
            }
            int length = sequence(head, at);
            if (length == 0 && !whole && head.length - at < 4) {
                break;
            }
            good += length > 0 ? 1 : 0;
            bad += length > 0 ? 0 : 1;
            at += Math.max(1, length);
        }
        return bad == 0 || good > bad;
    }

    /** Length of the UTF-8 character of several bytes that starts here, 0 when there is none. */
    private static int sequence(byte[] head, int at) {
        int lead = head[at] & 0xff;
        int length = lead >= 0xf5 ? 0 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
        if (length == 0 || at + length > head.length) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            if ((head[at + i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        int second = head[at + 1] & 0xff;
        boolean isOverlong = (lead == 0xe0 && second < 0xa0) || (lead == 0xf0 && second < 0x90);
        boolean isOutside = (lead == 0xed && second >= 0xa0) || (lead == 0xf4 && second >= 0x90);
        return isOverlong || isOutside ? 0 : length;
    }

    /**
     * Japanese is not in every runtime image; then the bytes are shown as Western ones and nothing
     * fails.
     */
    private static Encoding named(CodePage page) {
        boolean isThere = Charset.isSupported(page.charset());
        CodePage chosen = isThere ? page : CodePage.WESTERN;
        return new Encoding(chosen.shownAs(), Charset.forName(chosen.charset()), 0);
    }
}
