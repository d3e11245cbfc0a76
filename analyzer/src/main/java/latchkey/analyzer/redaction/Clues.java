package latchkey.analyzer.redaction;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where the words stand that detectors of secrets look for, from one pass over a text: a pass for
 * each word would cost far more than what is done at the few places where one stands.
 */
final class Clues {
    /** At most as many as an int has bits; of two characters or more, folded. */
    private static final List<String> WORDS =
            Stream.concat(
                            CommandSecrets.TAKERS.stream(),
                            Stream.of(
                                    "net",
                                    "convertto-securestring",
                                    "sig",
                                    "authorization",
                                    "bearer",
                                    "eyj",
                                    "-----begin ",
                                    "://",
                                    "q~"))
                    .toList();

    private static final int ASCII = 128;
    private static final Map<String, Integer> NUMBERS = numbers();

    /** For each character, the words that have it in first, second and third place. */
    private static final int[] FIRST = having(0);

    private static final int[] SECOND = having(1);
    private static final int[] THIRD = having(2);

    private final int[][] places = new int[WORDS.size()][];
    private final int[] counts = new int[WORDS.size()];

    private Clues() {}

    private static Map<String, Integer> numbers() {
        if (WORDS.size() > Integer.SIZE) {
            throw new IllegalStateException("more words than an int has bits");
        }
        Map<String, Integer> numbers = new HashMap<>();
        WORDS.forEach(word -> numbers.put(word, numbers.size()));
        return numbers;
    }

    private static int[] having(int place) {
        int[] words = new int[ASCII];
        for (String word : WORDS) {
            int bit = 1 << WORDS.indexOf(word);
            if (place >= word.length()) {
                Arrays.setAll(words, c -> words[c] | bit);
            } else {
                words[word.charAt(place)] |= bit;
            }
        }
        return words;
    }

    /** The number of a word that is looked for in the pass, or null. */
    static @Nullable Integer number(String word) {
        return NUMBERS.get(word);
    }

    static Clues in(String folded, char[] characters) {
        Clues clues = new Clues();
        int last = characters.length - 1;
        for (int at = 0; at < last; at++) {
            char one = characters[at];
            char two = characters[at + 1];
            if (one < ASCII && two < ASCII) {
                int may = FIRST[one] & SECOND[two];
                if (may != 0) {
                    char three = at + 1 < last ? characters[at + 2] : 0;
                    clues.look(folded, at, may & THIRD[three < ASCII ? three : 0]);
                }
            }
        }
        return clues;
    }

    private void look(String folded, int at, int may) {
        for (int rest = may; rest != 0; rest &= rest - 1) {
            int word = Integer.numberOfTrailingZeros(rest);
            if (folded.startsWith(WORDS.get(word), at)) {
                add(word, at);
            }
        }
    }

    private void add(int word, int at) {
        int[] known = places[word];
        if (known == null) {
            known = new int[8];
        } else if (counts[word] == known.length) {
            known = Arrays.copyOf(known, known.length * 2);
        }
        known[counts[word]++] = at;
        places[word] = known;
    }

    /** The first place of a word from there on, or -1. */
    int find(int word, int from) {
        int[] known = places[word];
        if (known == null) {
            return -1;
        }
        int found = Arrays.binarySearch(known, 0, counts[word], from);
        int at = found < 0 ? -found - 1 : found;
        return at < counts[word] ? known[at] : -1;
    }
}
