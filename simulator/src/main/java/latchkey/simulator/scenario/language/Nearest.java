package latchkey.simulator.scenario.language;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What somebody probably meant who wrote a word that does not exist. */
public final class Nearest {
    private static final int AT_MOST = 3;

    private Nearest() {}

    /** The nearest of the words, nearest first; none when nothing is near. */
    public static List<String> to(String written, Collection<String> words) {
        String folded = written.toLowerCase(Locale.ROOT);
        int limit = Math.max(2, folded.length() / 3);
        return words.stream()
                .filter(word -> isNear(folded, word, limit))
                .sorted(
                        Comparator.<String>comparingInt(word -> distance(folded, word))
                                .thenComparing(Comparator.naturalOrder()))
                .limit(AT_MOST)
                .toList();
    }

    /** A sentence for messages, with a leading blank; empty when nothing is near. */
    public static String hint(String written, Collection<String> words) {
        List<String> near = to(written, words);
        return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
    }

    private static boolean isNear(String folded, String word, int limit) {
        boolean part = folded.length() > 2 && word.contains(folded);
        return part || distance(folded, word) <= limit;
    }

    /** Levenshtein's distance. */
    private static int distance(String left, String right) {
        int[] costs = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            costs[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = costs[0];
            costs[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
                int cheapest = Math.min(diagonal + change, Math.min(costs[j], costs[j - 1]) + 1);
                diagonal = costs[j];
                costs[j] = cheapest;
            }
        }
        return costs[right.length()];
    }
}
