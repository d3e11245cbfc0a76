package latchkey.analyzer.report.face;

/**
 * The one gate between words and a page: characters that steer a terminal, reorder text or cannot
 * be seen come out as {@code \}{@code u001b}. No line break passes either; pages break their lines
 * themselves.
 */
public final class Visible {
    private Visible() {}

    /** Text with everything unseen made visible. */
    public static String of(String text) {
        int bad = firstHidden(text, 0);
        if (bad == text.length()) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 16);
        int from = 0;
        while (bad < text.length()) {
            int point = text.codePointAt(bad);
            shown.append(text, from, bad);
            for (char unit : Character.toChars(point)) {
                appendEscape(shown, unit);
            }
            from = bad + Character.charCount(point);
            bad = firstHidden(text, from);
        }
        return shown.append(text, from, text.length()).toString();
    }

    /**
     * An author's paragraph: its own line breaks and runs of blanks become one blank each, the rest
     * is as above.
     */
    public static String prose(String text) {
        StringBuilder even = new StringBuilder(text.length());
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == ' ' || unit == '\n' || unit == '\r' || unit == '\t') {
                blank = !even.isEmpty();
                continue;
            }
            if (blank) {
                even.append(' ');
                blank = false;
            }
            even.append(unit);
        }
        return of(even.toString());
    }

    /** At most so many characters, and how many were left out. */
    public static String shortened(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
        return text.substring(0, end) + "… (" + (text.length() - end) + " more characters)";
    }

    private static int firstHidden(String text, int from) {
        int at = from;
        while (at < text.length()) {
            char unit = text.charAt(at);
            if (unit >= ' ' && unit < 0x7f) {
                at++;
                continue;
            }
            int point = text.codePointAt(at);
            if (isHidden(point)) {
                return at;
            }
            at += Character.charCount(point);
        }
        return text.length();
    }

    /**
     * Controls, format characters (bidi, zero width, tags), line separators, half pairs, and what
     * XML cannot hold.
     */
    static boolean isHidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default ->
                    (point & 0xfffe) == 0xfffe
                            || (point >= 0xfdd0 && point <= 0xfdef)
                            || isBlankFiller(point);
        };
    }

    /**
     * Not format characters by their class, but nothing to see: joiner, fillers, variation
     * selectors, reserved ones.
     */
    private static boolean isBlankFiller(int point) {
        return point == 0x034f
                || point == 0x2065
                || (point >= 0xfff0 && point <= 0xfff8)
                || point == 0x115f
                || point == 0x1160
                || point == 0x17b4
                || point == 0x17b5
                || point == 0x3164
                || point == 0xffa0
                || (point >= 0x180b && point <= 0x180f)
                || (point >= 0xfe00 && point <= 0xfe0f)
                || (point >= 0xe0000 && point <= 0xe0fff);
    }

    private static void appendEscape(StringBuilder to, char unit) {
        to.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            to.append(Character.forDigit((unit >> shift) & 15, 16));
        }
    }
}
