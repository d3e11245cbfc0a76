package latchkey.analyzer.intake;

/**
 * The Windows code pages that guests in the field write. Told apart by where their letters lie: a
 * general detector needs longer texts than the few foreign words of a log.
 */
enum CodePage {
    WESTERN("windows-1252", "windows-1252"),
    CENTRAL_EUROPEAN("windows-1250", "windows-1250"),
    CYRILLIC("windows-1251", "windows-1251"),
    JAPANESE("shift_jis", "windows-31j");

    /** Letters of 1250 where 1252 has signs: ś Š ť Ś ź Ž ł ą ż Ł Ż and their kin. */
    private static final String CENTRAL_LETTERS =
            "\u0081\u008c\u008d\u008e\u008f\u009a\u009c\u009d\u009e\u009f"
                    + "\u00a3\u00a5\u00af\u00b3\u00b9\u00bc\u00be\u00bf";

    /** Letters frequent in the West that 1250 uses for rare ones: à ã å ò. */
    private static final String WESTERN_LETTERS = "\u00e0\u00e3\u00e5\u00f2";

    private final String shownAs;
    private final String charset;

    CodePage(String shownAs, String charset) {
        this.shownAs = shownAs;
        this.charset = charset;
    }

    String shownAs() {
        return shownAs;
    }

    String charset() {
        return charset;
    }

    static CodePage of(byte[] head) {
        if (isJapanese(head)) {
            return JAPANESE;
        }
        if (isCyrillic(head)) {
            return CYRILLIC;
        }
        return isCentralEuropean(head) ? CENTRAL_EUROPEAN : WESTERN;
    }

    /**
     * All high bytes form pairs or half-width kana, and every third pair is kana or Japanese
     * punctuation.
     */
    private static boolean isJapanese(byte[] head) {
        int pairs = 0;
        int kana = 0;
        int odd = 0;
        for (int i = 0; i < head.length; i++) {
            int lead = head[i] & 0xff;
            boolean isLead = (lead >= 0x81 && lead <= 0x9f) || (lead >= 0xe0 && lead <= 0xfc);
            int trail = isLead && i + 1 < head.length ? head[i + 1] & 0xff : 0;
            if (trail >= 0x40 && trail <= 0xfc && trail != 0x7f) {
                pairs++;
                kana += lead <= 0x83 ? 1 : 0;
                i++;
            } else if (lead >= 0x80 && (lead < 0xa1 || lead > 0xdf)) {
                odd++;
            }
        }
        return pairs >= 2 && kana * 3 >= pairs && odd * 50 <= pairs;
    }

    /**
     * In Cyrillic whole words lie in the upper half; elsewhere its letters stand alone among ASCII
     * ones.
     */
    private static boolean isCyrillic(byte[] head) {
        int letters = 0;
        int inRuns = 0;
        int high = 0;
        for (int i = 0; i < head.length; i++) {
            high += head[i] < 0 ? 1 : 0;
            if (isCyrillicLetter(head, i)) {
                letters++;
                inRuns += isCyrillicLetter(head, i - 1) || isCyrillicLetter(head, i + 1) ? 1 : 0;
            }
        }
        return letters >= 4 && inRuns * 10 >= letters * 7 && letters * 10 >= high * 7;
    }

    private static boolean isCyrillicLetter(byte[] head, int at) {
        int b = at >= 0 && at < head.length ? head[at] & 0xff : 0;
        return b >= 0xc0 || b == 0xa8 || b == 0xb8;
    }

    private static boolean isCentralEuropean(byte[] head) {
        int central = 0;
        int western = 0;
        for (int i = 0; i < head.length; i++) {
            char letter = (char) (head[i] & 0xff);
            if (letter < 0x80 || !(isAsciiLetter(head, i - 1) || isAsciiLetter(head, i + 1))) {
                continue;
            }
            central += CENTRAL_LETTERS.indexOf(letter) >= 0 ? 1 : 0;
            western += WESTERN_LETTERS.indexOf(letter) >= 0 ? 1 : 0;
        }
        return central >= 2 && central > western;
    }

    private static boolean isAsciiLetter(byte[] head, int at) {
        int lower = at >= 0 && at < head.length ? head[at] | 0x20 : 0;
        return lower >= 'a' && lower <= 'z';
    }
}
