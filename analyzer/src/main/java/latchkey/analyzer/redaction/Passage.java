package latchkey.analyzer.redaction;

import org.jspecify.annotations.Nullable;

/**
 * A text and its lower-case twin of the same length, with the small steps that all detectors take.
 *
 * <p>Not for several threads.
 */
final class Passage {
    private final String text;
    private final String folded;
    private final char[] characters;
    private @Nullable Clues clues;

    private Passage(String text, char[] characters) {
        this.text = text;
        this.folded = new String(characters);
        this.characters = characters;
    }

    static Passage of(String text) {
        char[] folded = text.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            char c = folded[i];
            if (c >= 0x80) {
                folded[i] = Character.toLowerCase(c);
            } else if (c >= 'A' && c <= 'Z') {
                folded[i] = (char) (c | 0x20);
            }
        }
        return new Passage(text, folded);
    }

    String text() {
        return text;
    }

    /** What literals are compared with. */
    String folded() {
        return folded;
    }

    int length() {
        return text.length();
    }

    /** NUL outside of the text. */
    char at(int index) {
        return index >= 0 && index < text.length() ? text.charAt(index) : 0;
    }

    boolean has(int index, String foldedLiteral) {
        return index >= 0 && folded.startsWith(foldedLiteral, index);
    }

    int find(String foldedLiteral, int from) {
        Integer word = Clues.number(foldedLiteral);
        if (word == null) {
            return folded.indexOf(foldedLiteral, from);
        }
        if (clues == null) {
            clues = Clues.in(folded, characters);
        }
        return clues.find(word, from);
    }

    String value(int start, int end) {
        return text.substring(start, end);
    }

    int skipBlanks(int from) {
        int at = from;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** End of the run of letters, digits and the given marks. */
    int runEnd(int from, String marks) {
        int at = from;
        while (at < text.length()
                && (isAlphanumeric(text.charAt(at)) || marks.indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }

    /**
     * Start of the run of letters, digits and the given marks that ends here, at most {@code limit}
     * long.
     */
    int runStart(int end, String marks, int limit) {
        int at = end;
        while (at > 0
                && end - at < limit
                && (isAlphanumeric(text.charAt(at - 1))
                        || marks.indexOf(text.charAt(at - 1)) >= 0)) {
            at--;
        }
        return at;
    }

    /**
     * Length of a quotation mark in any spelling, with the backslashes before it; 0 when there is
     * none.
     */
    int quoteLength(int from) {
        int at = from;
        while (at(at) == '\\' && at - from < 32) {
            at++;
        }
        if (at > from && (has(at - 1, "\\u0022") || has(at - 1, "\\u0027"))) {
            return at + 5 - from;
        }
        char c = at(at);
        if (c == '"' || c == '\'' || (c >= 0x2018 && c <= 0x201f)) {
            return at + 1 - from;
        }
        if (at > from) {
            return 0;
        }
        for (String spelled : new String[] {"&quot;", "&apos;", "&#34;", "&#39;", "%22", "%27"}) {
            if (has(from, spelled)) {
                return spelled.length();
            }
        }
        return 0;
    }

    /** End of a quoted value: before the closing mark, or at the end of the line. */
    int quotedEnd(int from, String opening) {
        char mark = opening.charAt(opening.length() - 1);
        int backslashes = opening.length() - 1;
        boolean isSimple = (mark == '"' || mark == '\'') && opening.replace("\\", "").length() == 1;
        if (!isSimple) {
            String closing = mark >= 0x2018 ? closing(mark) : opening;
            int at = from;
            while (at < text.length()
                    && !isLineEnd(text.charAt(at))
                    && !text.startsWith(closing, at)) {
                at++;
            }
            return at;
        }
        int run = 0;
        for (int at = from; at < text.length() && !isLineEnd(text.charAt(at)); at++) {
            char c = text.charAt(at);
            if (c == mark && closes(at, from, mark, run, backslashes)) {
                return Math.max(from, at - Math.min(run, backslashes));
            }
            run = c == '\\' ? run + 1 : 0;
        }
        return lineEnd(from, text.length());
    }

    /**
     * An escaped double quote is none, nor is a single quote that is doubled or left and entered
     * again.
     */
    private boolean closes(int at, int from, char mark, int run, int backslashes) {
        if (backslashes > 0) {
            return run <= backslashes;
        }
        if (mark == '"') {
            return run % 2 == 0;
        }
        boolean isDoubled = at(at + 1) == '\'' || (at > from && at(at - 1) == '\'');
        return !isDoubled && !has(at + 1, "\\''");
    }

    private static String closing(char opening) {
        return String.valueOf(
                opening == 0x2018 ? '\u2019' : opening == 0x201c ? '\u201d' : opening);
    }

    /** Next blank, line end or double quote. */
    int bareEnd(int from) {
        int at = from;
        while (at < text.length()
                && !Character.isWhitespace(text.charAt(at))
                && text.charAt(at) != '"') {
            at++;
        }
        return at;
    }

    /** End of the line, or the limit where that comes first. */
    int lineEnd(int from, int limit) {
        int at = from;
        while (at < limit && !isLineEnd(text.charAt(at))) {
            at++;
        }
        return at;
    }

    static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == 0xa0;
    }

    static boolean isAlphanumeric(char c) {
        return c < 0x80
                ? (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')
                : Character.isLetterOrDigit(c);
    }

    static boolean isWord(char c) {
        return isAlphanumeric(c) || c == '_' || c == '-';
    }
}
