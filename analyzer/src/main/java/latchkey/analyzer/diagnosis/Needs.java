package latchkey.analyzer.diagnosis;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Fixed texts of which a text must hold one, or an expression cannot be found in it. Asking for
 * them is a hundred times cheaper than the linear-time engine, and most texts hold none.
 *
 * <p>Derived from the expression by reading it as alternatives of sequences; whatever is not plainly
 * understood counts as needing nothing. Letters of other alphabets with upper and lower case are
 * left out, so that only ASCII case has to be folded.
 */
final class Needs {
    private static final Needs NOTHING = new Needs(null);

    /** Folds to an ASCII letter although it is none, and has no small letter: {@code ſ}. */
    private static final char LONG_S = '\u017F';

    /** Classes and borders; anything else behind a backslash that is a letter is not understood. */
    private static final String OPEN_ESCAPES = "dDsSwWbBnrt";

    private static final int LEAST = 2;

    private final @Nullable List<String> texts;

    private Needs(@Nullable List<String> texts) {
        this.texts = texts;
    }

    /**
     * @param source an expression that ignores case
     */
    static Needs of(String source) {
        List<String> texts = new Parser(source).whole();
        return texts == null ? NOTHING : new Needs(texts);
    }

    /** False when the expression can surely not be found in the text. */
    boolean mayBeMetBy(String text) {
        if (texts == null || text.indexOf(LONG_S) >= 0) {
            return true;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        for (String one : texts) {
            if (lower.contains(one)) {
                return true;
            }
        }
        return false;
    }

    /** Reads an expression from left to right; null stands for needing nothing. */
    private static final class Parser {
        private final String source;
        private int at;
        private boolean lost;

        Parser(String source) {
            this.source = source;
        }

        @Nullable List<String> whole() {
            List<String> texts = alternatives();
            return lost || at < source.length() ? null : texts;
        }

        private @Nullable List<String> alternatives() {
            List<String> all = new ArrayList<>();
            boolean open = false;
            while (true) {
                List<String> branch = sequence();
                if (branch == null) {
                    open = true;
                } else {
                    all.addAll(branch);
                }
                if (at >= source.length() || source.charAt(at) != '|') {
                    return open ? null : all;
                }
                at++;
            }
        }

        /** The best of what all parts of a sequence need. */
        private @Nullable List<String> sequence() {
            Best best = new Best();
            StringBuilder run = new StringBuilder();
            while (!lost && at < source.length() && "|)".indexOf(source.charAt(at)) < 0) {
                char letter = source.charAt(at);
                if (letter == '(') {
                    best.take(run);
                    List<String> group = group();
                    if (!isOptional()) {
                        best.take(group);
                    }
                } else {
                    int literal = literal(letter);
                    boolean repeated = at < source.length() && "?*+{".indexOf(source.charAt(at)) >= 0;
                    if (literal >= 0 && !repeated) {
                        run.append((char) literal);
                    } else {
                        best.take(run);
                        isOptional();
                    }
                }
            }
            best.take(run);
            return best.texts;
        }

        private @Nullable List<String> group() {
            at++;
            if (source.startsWith("?:", at)) {
                at += 2;
            } else if (source.startsWith("?<", at) || source.startsWith("?P<", at)) {
                at = source.indexOf('>', at) + 1;
            } else if (source.startsWith("?", at)) {
                lost = true;
            }
            List<String> inside = alternatives();
            lost |= at >= source.length();
            at++;
            return inside;
        }

        /** The character at this place, in small letters, or -1 when it stands for many. */
        private int literal(char letter) {
            at++;
            switch (letter) {
                case '[' -> {
                    skipClass();
                    return -1;
                }
                case '\\' -> {
                    return escaped();
                }
                case '.', '^', '$' -> {
                    return -1;
                }
                default -> {
                    return small(letter);
                }
            }
        }

        private int escaped() {
            if (at >= source.length()) {
                lost = true;
                return -1;
            }
            char letter = source.charAt(at++);
            if (!Character.isLetterOrDigit(letter)) {
                return small(letter);
            }
            lost |= OPEN_ESCAPES.indexOf(letter) < 0;
            return -1;
        }

        private static int small(char letter) {
            if (letter < 0x80) {
                return letter >= 'A' && letter <= 'Z' ? letter + 'a' - 'A' : letter;
            }
            boolean caseless =
                    Character.isLetter(letter)
                            && Character.toLowerCase(letter) == letter
                            && Character.toUpperCase(letter) == letter
                            && Character.toTitleCase(letter) == letter;
            return caseless ? letter : -1;
        }

        /** A bracket that comes first in a class, behind a caret or not, is a member of it. */
        private void skipClass() {
            at += at < source.length() && source.charAt(at) == '^' ? 1 : 0;
            at += at < source.length() && source.charAt(at) == ']' ? 1 : 0;
            while (at < source.length() && source.charAt(at) != ']') {
                int named = source.startsWith("[:", at) ? source.indexOf(":]", at) : -1;
                at = named > 0 ? named + 2 : at + (source.charAt(at) == '\\' ? 2 : 1);
            }
            at++;
        }

        /** Skips the quantifiers at this place; whether what is before them may be missing. */
        private boolean isOptional() {
            boolean optional = false;
            while (at < source.length() && "?*+{".indexOf(source.charAt(at)) >= 0) {
                char sign = source.charAt(at);
                if (sign == '{') {
                    optional |= countFrom() == 0;
                } else {
                    optional |= sign != '+';
                }
                at++;
            }
            return optional;
        }

        /** The least count of {@code {2,5}}; leaves the place at the closing brace. */
        private int countFrom() {
            int count = 0;
            boolean least = true;
            for (at++; at < source.length() && source.charAt(at) != '}'; at++) {
                char sign = source.charAt(at);
                lost |= (sign < '0' || sign > '9') && sign != ',';
                least &= sign != ',';
                count |= least ? sign - '0' : 0;
            }
            lost |= at >= source.length();
            return count;
        }
    }

    /** Keeps the needs whose shortest text is the longest. */
    private static final class Best {
        private @Nullable List<String> texts;
        private int shortest = LEAST - 1;

        void take(StringBuilder run) {
            if (!run.isEmpty()) {
                take(List.of(run.toString()));
                run.setLength(0);
            }
        }

        void take(@Nullable List<String> more) {
            if (more == null) {
                return;
            }
            int length = more.stream().mapToInt(String::length).min().orElse(0);
            if (length > shortest) {
                shortest = length;
                texts = more;
            }
        }
    }
}
