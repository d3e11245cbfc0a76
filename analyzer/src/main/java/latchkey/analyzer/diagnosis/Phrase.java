package latchkey.analyzer.diagnosis;

import latchkey.analyzer.evidence.Entry;

/**
 * A word or a few of them as a rule writes them: found where a word begins, a blank stands for any
 * white space or hyphens, {@code ...} for a few words, and a bar ends a word.
 */
final class Phrase {
    private static final int GAP_WORDS = 4;

    /** Scripts from here on set no blanks, so that a word may begin at any letter. */
    private static final char UNSPACED = '\u2e80';

    private final String[] pieces;
    private final boolean[] closed;
    private final boolean denies;

    Phrase(String written) {
        String even = Speech.evened(written);
        pieces = even.split(" \\.\\.\\. ", -1);
        closed = new boolean[pieces.length];
        for (int i = 0; i < pieces.length; i++) {
            closed[i] = pieces[i].endsWith("|");
            pieces[i] = closed[i] ? pieces[i].substring(0, pieces[i].length() - 1) : pieces[i];
        }
        denies = Negation.isIn(String.join(" ", pieces));
    }

    /** The first two letters, by which candidates are found. */
    String opening() {
        return pieces[0].substring(0, 2);
    }

    /** Whether the phrase is a denial itself. */
    boolean denies() {
        return denies;
    }

    /** Whether a word begins at this place of a text. */
    static boolean canBegin(String text, int at) {
        char letter = text.charAt(at);
        return Character.isLetterOrDigit(letter)
                && (at == 0
                        || letter >= UNSPACED
                        || !Character.isLetterOrDigit(text.charAt(at - 1)));
    }

    /** Where the phrase that begins at {@code at} ends, or -1. */
    int match(String text, int at) {
        int end = piece(text, at, 0);
        for (int i = 1; i < pieces.length && end >= 0; i++) {
            end = afterGap(text, end, i);
        }
        return end;
    }

    private int afterGap(String text, int from, int index) {
        int words = 0;
        for (int at = from; at < text.length() && words <= GAP_WORDS + 1; at++) {
            if (".!?;\n".indexOf(text.charAt(at)) >= 0 && endsThought(text, at)) {
                return -1;
            }
            if (canBegin(text, at)) {
                words++;
                int end = piece(text, at, index);
                if (end >= 0) {
                    return end;
                }
                if (!denies && Negation.isDenial(wordAt(text, at))) {
                    return -1;
                }
            }
        }
        return -1;
    }

    private static String wordAt(String text, int from) {
        int to = from;
        while (to < text.length()
                && (Character.isLetterOrDigit(text.charAt(to)) || text.charAt(to) == '\'')) {
            to++;
        }
        return text.substring(from, to);
    }

    private static boolean endsThought(String text, int at) {
        return text.charAt(at) != '\n'
                && at + 1 < text.length()
                && Entry.isBlank(text.charAt(at + 1));
    }

    private int piece(String text, int from, int index) {
        String piece = pieces[index];
        int at = from;
        for (int i = 0; i < piece.length(); i++) {
            if (piece.charAt(i) == ' ') {
                int next = skipBlanks(text, at);
                if (next == at) {
                    return -1;
                }
                at = next;
            } else if (at >= text.length() || text.charAt(at) != piece.charAt(i)) {
                return -1;
            } else {
                at++;
            }
        }
        boolean goesOn = at < text.length() && Character.isLetterOrDigit(text.charAt(at));
        return closed[index] && goesOn ? -1 : at;
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length()
                && (Entry.isBlank(text.charAt(at)) || "->\"".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }
}
