package latchkey.rules.catalog;

/** Finds a fixed text that every match of an expression must hold. */
final class LiteralRun {
    private static final String QUANTIFIERS = "?*+{";

    /**
     * Escapes whose letters or digits go on behind the first one; reading them as text would be
     * wrong.
     */
    private static final String LONG_ESCAPES = "xpPQE01234567";

    private final String regex;
    private final StringBuilder run = new StringBuilder();
    private String longest = "";
    private int depth;

    private LiteralRun(String regex) {
        this.regex = regex;
    }

    /**
     * The longest run of plain characters outside groups, classes and alternatives; empty when
     * there is none.
     */
    static String longestIn(String regex) {
        return new LiteralRun(regex).longest();
    }

    private String longest() {
        int at = 0;
        while (at < regex.length()) {
            char c = regex.charAt(at);
            if (c == '[') {
                end();
                at = behindClass(at + 1);
            } else if (c == '\\' && at + 1 < regex.length()) {
                char escaped = regex.charAt(at + 1);
                if (LONG_ESCAPES.indexOf(escaped) >= 0) {
                    return "";
                }
                add(escaped, !Character.isLetterOrDigit(escaped), at + 2);
                at += 2;
            } else if (c == '|' && depth == 0) {
                return "";
            } else {
                depth += c == '(' || c == '{' ? 1 : 0;
                add(c, "()]{}|?*+.^$".indexOf(c) < 0, at + 1);
                depth -= c == ')' || c == '}' ? 1 : 0;
                at++;
            }
        }
        end();
        return longest;
    }

    private void add(char c, boolean literal, int next) {
        boolean repeated = next < regex.length() && QUANTIFIERS.indexOf(regex.charAt(next)) >= 0;
        if (literal && depth == 0 && !repeated) {
            run.append(c);
        } else {
            end();
        }
    }

    private void end() {
        longest = run.length() > longest.length() ? run.toString() : longest;
        run.setLength(0);
    }

    /** A bracket that comes first in a class, behind a caret or not, is a member of it. */
    private int behindClass(int from) {
        int at = from < regex.length() && regex.charAt(from) == '^' ? from + 1 : from;
        at += at < regex.length() && regex.charAt(at) == ']' ? 1 : 0;
        while (at < regex.length() && regex.charAt(at) != ']') {
            boolean named = regex.startsWith("[:", at);
            int end = named ? regex.indexOf(":]", at + 2) : -1;
            if (end > 0) {
                at = end + 2;
            } else {
                at += regex.charAt(at) == '\\' ? 2 : 1;
            }
        }
        return at + 1;
    }
}
