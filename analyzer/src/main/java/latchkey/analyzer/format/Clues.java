package latchkey.analyzer.format;

import java.util.Locale;
import java.util.regex.Pattern;

/** What the first characters of a file give away of its kind. */
final class Clues {
    private static final Pattern DOCUMENT =
            Pattern.compile("\\s*(?:\\{\\s*(?:[\"}]|$)|\\[\\s*(?:[\\[{\"\\]]|$))");

    private final String head;

    Clues(Peek peek) {
        String bare = peek.head().startsWith("\uFEFF") ? peek.head().substring(1) : peek.head();
        this.head = bare.toLowerCase(Locale.ROOT);
    }

    /** Whether the text begins with a JSON document. */
    boolean startJson() {
        return DOCUMENT.matcher(head).lookingAt();
    }

    /** Whether all of these keys occur, in quotes and in any case. */
    boolean haveKeys(String... keys) {
        for (String key : keys) {
            if (!head.contains("\"" + key.toLowerCase(Locale.ROOT) + "\"")) {
                return false;
            }
        }
        return true;
    }

    boolean haveText(String text) {
        return head.contains(text.toLowerCase(Locale.ROOT));
    }

    /** Whether the expression, in lower case, is found. */
    boolean have(Pattern expression) {
        return expression.matcher(head).find();
    }

    boolean areShorterThan(int characters) {
        return head.length() < characters;
    }
}
