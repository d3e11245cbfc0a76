package latchkey.simulator.guest.chore;

import java.util.List;
import java.util.Locale;

/** Looks for words in a command line. */
final class CommandWords {
    private CommandWords() {}

    /** The word after that one, letter case aside; empty when there is none. */
    static String after(List<String> words, String option) {
        for (int i = 0; i + 1 < words.size(); i++) {
            if (words.get(i).equalsIgnoreCase(option)) {
                return words.get(i + 1);
            }
        }
        return "";
    }

    /** What stands behind {@code name=} in one of the words; empty when it is in none. */
    static String named(List<String> words, String name) {
        String start = name.toLowerCase(Locale.ROOT) + "=";
        for (String word : words) {
            if (word.toLowerCase(Locale.ROOT).startsWith(start)) {
                return word.substring(start.length());
            }
        }
        return "";
    }

    /** Whether one of the words is that one, letter case aside. */
    static boolean has(List<String> words, String word) {
        return words.stream().anyMatch(each -> each.equalsIgnoreCase(word));
    }
}
