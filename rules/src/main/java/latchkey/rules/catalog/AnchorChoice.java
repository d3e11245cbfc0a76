package latchkey.rules.catalog;

import latchkey.rules.rule.Anchors;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Chooses the fixed texts by which a message is searched: its longest run that copying does not
 * change. Quotes, colons and letters with accents are what copying changes first.
 */
final class AnchorChoice {
    /** {@code %1}, {@code %2!s!}, {@code {0}}: where a message has something of its own. */
    static final String GAP = "%[0-9](?:![a-z]+!)?|\\{[0-9]\\}";

    private static final String CHANGED = "['\"’‘“”„«»‹›`´:：;!?？！%\\u00a0\\u202f\\r\\n\\t]";
    private static final String ACCENTED = "[\\u00aa-\\u024f]";
    private static final String WIDE = "[\\u3000-\\u9fff\\uff00-\\uffef]";

    private AnchorChoice() {}

    /** One anchor or its spellings; empty when the message has no run that is long enough. */
    static List<String> of(String message) {
        String firm = longest(message, GAP + "|" + CHANGED + "|" + ACCENTED);
        if (message.matches("(?s).*" + WIDE + ".*")) {
            String unspaced = longest(message, GAP + "|" + CHANGED + "|\\s");
            firm = length(unspaced) >= Anchors.LEAST ? unspaced : firm;
        }
        if (length(firm) >= Anchors.LEAST) {
            return List.of(firm);
        }
        String accented = longest(message, GAP + "|" + CHANGED);
        if (length(accented) < Anchors.LEAST) {
            return List.of();
        }
        Set<String> spellings = new LinkedHashSet<>(List.of(accented));
        String plain =
                Normalizer.normalize(accented, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .replace("ß", "ss")
                        .replace("ł", "l");
        if (length(plain) >= Anchors.LEAST) {
            spellings.add(plain);
        }
        spellings.add(german(accented));
        return List.copyOf(spellings);
    }

    private static String german(String text) {
        return text.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss");
    }

    private static String longest(String message, String borders) {
        String best = "";
        for (String run : message.split(borders)) {
            String trimmed = run.strip().replaceAll("[.。,]+$", "").replaceAll("^[.。,]+ *", "");
            trimmed = capitalOfAnotherAlphabet(trimmed) ? trimmed.substring(1) : trimmed;
            best = length(trimmed) > length(best) ? trimmed : best;
        }
        return best;
    }

    /** The scanner folds only ASCII letters. */
    private static boolean capitalOfAnotherAlphabet(String run) {
        return !run.isEmpty() && run.charAt(0) > 127 && Character.isUpperCase(run.charAt(0));
    }

    private static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
