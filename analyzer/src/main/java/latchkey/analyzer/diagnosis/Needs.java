package latchkey.analyzer.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What fixed texts a text must hold, or an expression cannot be found in it. Asking for them is a
 * hundred times cheaper than the linear-time engine, and spares most expressions of a run even
 * their compilation.
 *
 * <p>Derived by reading the expression as alternatives of sequences; what is not plainly understood
 * needs nothing. Letters of other alphabets that know upper and lower case are left out, so that
 * only ASCII case has to be folded.
 */
final class Needs {
    /** Folds to an ASCII letter although it is none, and has no small letter: {@code ſ}. */
    private static final char LONG_S = '\u017F';

    /** Classes and borders; any other letter behind a backslash is not understood. */
    private static final String OPEN_ESCAPES = "dDsSwWbBnrt";

    private static final String QUANTIFIERS = "?*+{";

    private static final Alternatives NOTHING =
            new Alternatives(List.of(new Sequence(List.of(), List.of(), false)));

    private final Alternatives whole;

    private Needs(Alternatives whole) {
        this.whole = whole;
    }

    /** Whether an expression is found in a text, as far as fixed texts can tell. */
    enum Answer {
        NO,
        MAYBE,
        YES
    }

    /**
     * @param source an expression that ignores case
     */
    static Needs of(String source) {
        return new Needs(new Parser(source).whole());
    }

    Answer askedOf(String text) {
        if (text.indexOf(LONG_S) >= 0) {
            return Answer.MAYBE;
        }
        return whole.askedOf(text.toLowerCase(Locale.ROOT));
    }

    private record Alternatives(List<Sequence> all) {
        Answer askedOf(String lower) {
            Answer best = Answer.NO;
            for (Sequence one : all) {
                Answer answer = one.askedOf(lower);
                if (answer == Answer.YES) {
                    return answer;
                }
                best = answer == Answer.NO ? best : answer;
            }
            return best;
        }
    }

    /**
     * All of these must be there.
     *
     * @param plain whether the sequence is a fixed text and nothing else
     */
    private record Sequence(List<String> texts, List<Alternatives> groups, boolean plain) {
        Answer askedOf(String lower) {
            for (String text : texts) {
                if (!lower.contains(text)) {
                    return Answer.NO;
                }
            }
            for (Alternatives group : groups) {
                if (group.askedOf(lower) == Answer.NO) {
                    return Answer.NO;
                }
            }
            return plain ? Answer.YES : Answer.MAYBE;
        }
    }

    /** Reads an expression from left to right. */
    private static final class Parser {
        private final String source;
        private int at;
        private boolean lost;

        Parser(String source) {
            this.source = source;
        }

        Alternatives whole() {
            Alternatives all = alternatives();
            return lost || at < source.length() ? NOTHING : all;
        }

        private Alternatives alternatives() {
            List<Sequence> all = new ArrayList<>();
            all.add(sequence());
            while (at < source.length() && source.charAt(at) == '|') {
                at++;
                all.add(sequence());
            }
            return new Alternatives(all);
        }

        private Sequence sequence() {
            List<String> texts = new ArrayList<>();
            List<Alternatives> groups = new ArrayList<>();
            StringBuilder run = new StringBuilder();
            boolean plain = true;
            while (!lost && at < source.length() && "|)".indexOf(source.charAt(at)) < 0) {
                boolean group = source.charAt(at) == '(';
                Alternatives inside = group ? group() : NOTHING;
                int literal = group ? -1 : literal();
                boolean quantified = isQuantified();
                if (literal >= 0 && !quantified) {
                    run.append((char) literal);
                    continue;
                }
                plain = false;
                end(run, texts);
                if (!isOptional() && group) {
                    groups.add(inside);
                }
            }
            end(run, texts);
            return new Sequence(texts, groups, plain);
        }

        private static void end(StringBuilder run, List<String> texts) {
            if (!run.isEmpty()) {
                texts.add(run.toString());
                run.setLength(0);
            }
        }

        private boolean isQuantified() {
            return at < source.length() && QUANTIFIERS.indexOf(source.charAt(at)) >= 0;
        }

        private Alternatives group() {
            at++;
            if (source.startsWith("?:", at)) {
                at += 2;
            } else if (source.startsWith("?<", at) || source.startsWith("?P<", at)) {
                at = source.indexOf('>', at) + 1;
            } else if (source.startsWith("?", at)) {
                lost = true;
            }
            Alternatives inside = alternatives();
            lost |= at >= source.length();
            at++;
            return inside;
        }

        /** The character at this place, in small letters, or -1 when it stands for many. */
        private int literal() {
            char letter = source.charAt(at++);
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
            while (isQuantified()) {
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
}
