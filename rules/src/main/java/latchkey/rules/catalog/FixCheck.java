package latchkey.rules.catalog;

import latchkey.rules.rule.Fix;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Checks that the commands of a fix ask for secrets instead of holding them. */
final class FixCheck {
    private static final Pattern TAKES_SECRET =
            Pattern.compile(
                    "(?i)-p|--(admin-|new-)?password|-(admin|vmadmin)?password|--account-key|--sas-token");

    private static final Pattern HOLDS_SECRET =
            Pattern.compile(
                    "(?i)(password|pwd|accountkey|sig)=[^$%{<\\s]"
                            + "|ConvertTo-SecureString\\s+(-String\\s+)?['\"]|-Password\\s+['\"]");

    private final String file;
    private final Node.Fields node;
    private final Problems problems;

    FixCheck(String file, Node.Fields node, Problems problems) {
        this.file = file;
        this.node = node;
        this.problems = problems;
    }

    void check(Fix fix) {
        if (!file.equals("fixes/" + fix.id() + ".yaml")) {
            problems.error(
                    file,
                    node.nodes().getOrDefault("id", node),
                    "the id '" + fix.id() + "' is not the file's name");
        }
        List<Node> steps =
                node.nodes().get("steps") instanceof Node.Items items ? items.nodes() : List.of();
        for (int i = 0; i < fix.steps().size(); i++) {
            Node at = i < steps.size() ? steps.get(i) : node;
            if (holdsSecret(fix.steps().get(i).command())) {
                problems.error(file, at, "a command holds a secret as text; use {prompt: ...}");
            }
        }
    }

    private static boolean holdsSecret(List<Fix.Word> words) {
        for (int i = 0; i < words.size(); i++) {
            String text = textOf(words.get(i));
            boolean plainNext = i + 1 < words.size() && words.get(i + 1) instanceof Fix.Word.Plain;
            if (HOLDS_SECRET.matcher(text).find()
                    || (plainNext && TAKES_SECRET.matcher(text).matches())) {
                return true;
            }
        }
        return isNetUserWithPassword(words);
    }

    /**
     * {@code net user NAME WORD}, where the word is neither an option nor the star that asks for
     * it.
     */
    private static boolean isNetUserWithPassword(List<Fix.Word> words) {
        return words.size() > 3
                && textOf(words.get(0)).toLowerCase(Locale.ROOT).matches("net1?(\\.exe)?")
                && textOf(words.get(1)).equalsIgnoreCase("user")
                && words.get(3) instanceof Fix.Word.Plain word
                && !word.text().equals("*")
                && !word.text().startsWith("/");
    }

    private static String textOf(Fix.Word word) {
        return switch (word) {
            case Fix.Word.Plain plain -> plain.text();
            case Fix.Word.Code code -> code.text();
            case Fix.Word.Slot slot -> "";
            case Fix.Word.Prompt prompt -> "";
        };
    }
}
