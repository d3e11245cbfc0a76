package latchkey.web.search;

import java.util.Locale;
import java.util.Optional;

/**
 * A piece of text that every match of an expression holds, so that most lines need not be tried.
 * Understands the plainest expressions and says nothing about the others.
 */
final class RequiredText {
    private static final int SHORTEST = 3;

    /** Letters that others than their own upper case are equal to. */
    private static final String ODD = "kKsS";

    private final String expression;
    private final StringBuilder run = new StringBuilder();
    private String longest = "";
    private int at;
    private int depth;

    private RequiredText(String expression) {
        this.expression = expression;
    }

    static Optional<String> of(String expression) {
        RequiredText text = new RequiredText(expression);
        return text.read() && text.longest.length() >= SHORTEST
                ? Optional.of(text.longest.toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    /** False where it is not understood. */
    private boolean read() {
        while (at < expression.length()) {
            char c = expression.charAt(at);
            at++;
            boolean isUnderstood =
                    switch (c) {
                        case '|' -> false;
                        case '(' -> open();
                        case ')' -> close();
                        case '[' -> skipClass();
                        case '\\' -> escape();
                        case '*', '?' -> repeat(true);
                        case '+' -> repeat(false);
                        case '{' -> skipCount();
                        case '.', '^', '$' -> end();
                        default -> add(c);
                    };
            if (!isUnderstood) {
                return false;
            }
        }
        return end();
    }

    private boolean end() {
        if (run.length() > longest.length()) {
            longest = run.toString();
        }
        run.setLength(0);
        return true;
    }

    private boolean add(char c) {
        boolean isPlain = c < 0x80 && ODD.indexOf(c) < 0 && depth == 0;
        if (isPlain) {
            run.append(c);
            return true;
        }
        return end();
    }

    /** What stands in brackets may be there or not; its flags are not understood. */
    private boolean open() {
        depth++;
        return end() && !expression.startsWith("?", at);
    }

    private boolean close() {
        depth--;
        return end();
    }

    private boolean repeat(boolean mayBeMissing) {
        if (mayBeMissing && !run.isEmpty()) {
            run.setLength(run.length() - 1);
        }
        return end();
    }

    private boolean skipCount() {
        int close = expression.indexOf('}', at);
        boolean isCount = close > 0 && expression.substring(at, close).matches("[0-9]+(,[0-9]*)?");
        at = isCount ? close + 1 : at;
        return isCount && repeat(true);
    }

    /** A mark stands for itself; most letters stand for kinds of characters. */
    private boolean escape() {
        if (at >= expression.length()) {
            return false;
        }
        char c = expression.charAt(at);
        at++;
        if (c < 0x80 && !Character.isLetterOrDigit(c)) {
            return add(c);
        }
        return "dDwWsSbB".indexOf(c) >= 0 && end();
    }

    private boolean skipClass() {
        int close = expression.indexOf(']', at + 1);
        boolean isPlain =
                close > at
                        && expression.substring(at, close).indexOf('[') < 0
                        && expression.substring(at, close).indexOf('\\') < 0;
        at = isPlain ? close + 1 : at;
        return isPlain && end();
    }
}
