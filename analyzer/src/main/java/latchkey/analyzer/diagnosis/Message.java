package latchkey.analyzer.diagnosis;

import latchkey.rules.rule.Wording;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/**
 * Recognises a machine's message in one language as people paste it: with other quotes and blanks,
 * with accents spelt out, lost or wrongly decoded, and with anything in its gaps.
 */
final class Message {
    private static final String QUOTES = "'\"’‘“”„«»‹›`´";
    private static final String MARKS = ":;!?";
    private static final String BLANK = "[\\s\\x{a0}\\x{202f}\\x{3000}]";
    private static final String GAP = ".{1,200}?";

    private final Wording wording;
    private @Nullable Expression expression;

    Message(Wording wording) {
        this.wording = wording;
    }

    /** Where the text shows the message, -1 when it does not. */
    int findIn(String text, String lowerCaseText) {
        boolean possible = false;
        for (String anchor : wording.anchors()) {
            possible |= lowerCaseText.contains(anchor.toLowerCase(Locale.ROOT));
        }
        if (!possible) {
            return -1;
        }
        Expression known = expression;
        if (known == null) {
            known = new Expression(expressionFor(wording.text()));
            expression = known;
        }
        Expression.Found found = known.find(text);
        return found == null ? -1 : found.at();
    }

    static String expressionFor(String message) {
        String text = message.strip().replaceFirst("[.。]$", "");
        StringBuilder source = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int gap = gapAt(text, at);
            if (gap > 0) {
                source.append(GAP);
                at += gap;
            } else {
                source.append(pieceFor(text.charAt(at), isLoose(text, at)));
                at++;
            }
        }
        return source.toString();
    }

    /** Length of the placeholder that begins here, 0 for none. */
    private static int gapAt(String text, int at) {
        if (at + 1 >= text.length() || "%{".indexOf(text.charAt(at)) < 0) {
            return 0;
        }
        if (!Character.isDigit(text.charAt(at + 1))) {
            return 0;
        }
        if (text.charAt(at) == '{') {
            return 3;
        }
        boolean typed = at + 2 < text.length() && text.charAt(at + 2) == '!';
        return typed ? text.indexOf('!', at + 3) + 1 - at : 2;
    }

    private static String pieceFor(char c, boolean loose) {
        if (Character.isWhitespace(c) || c == '\u00a0' || c == '\u202f') {
            return BLANK + (loose ? "{0,8}" : "{1,8}");
        }
        if (QUOTES.indexOf(c) >= 0) {
            return ".{0,3}";
        }
        if (MARKS.indexOf(c) >= 0) {
            return BLANK + "{0,2}" + (c == '?' ? "\\?" : c);
        }
        if (c > 127 && c < 0x250) {
            return ".{0,2}";
        }
        return Character.isLetterOrDigit(c) || c > 127 ? String.valueOf(c) : "\\" + c;
    }

    /** Whether a blank here may be missing: beside wide characters, and before a colon. */
    private static boolean isLoose(String text, int at) {
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        char after = at + 1 == text.length() ? ' ' : text.charAt(at + 1);
        return before > 0x2fff || after > 0x2fff || MARKS.indexOf(after) >= 0;
    }
}
