package latchkey.rules.catalog;

/** Finds a fixed text that every match of an expression must hold. */
final class LiteralRun {
    private static final String QUANTIFIERS = "?*+{";

    private LiteralRun() {}

    /** The longest run of plain characters outside groups, classes and alternatives; empty when there is none. */
    static String longestIn(String regex) {
        String longest = "";
        StringBuilder run = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < regex.length(); i++) {
            char c = regex.charAt(i);
            boolean escaped = c == '\\' && i + 1 < regex.length();
            char plain = escaped ? regex.charAt(i + 1) : c;
            int end = escaped ? i + 1 : i;
            boolean literal = escaped ? !Character.isLetterOrDigit(plain) : "()[]{}|?*+.^$".indexOf(c) < 0;
            boolean repeated = end + 1 < regex.length() && QUANTIFIERS.indexOf(regex.charAt(end + 1)) >= 0;
            if (!escaped && c == '|' && depth == 0) {
                return "";
            }
            if (!escaped && (c == '(' || c == '[' || c == '{')) {
                depth++;
            }
            if (literal && depth == 0 && !repeated) {
                run.append(plain);
            } else {
                longest = run.length() > longest.length() ? run.toString() : longest;
                run.setLength(0);
            }
            if (!escaped && (c == ')' || c == ']' || c == '}')) {
                depth--;
            }
            i = end;
        }
        return run.length() > longest.length() ? run.toString() : longest;
    }
}
