package latchkey.analyzer.redaction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Words read from their end: most names of a log are told apart by their last letter or two. */
final class Endings {
    private static final int ASCII = 128;
    private static final int NONE = 0;

    /** The state behind each state and letter; state 0 stands for no word at all, 1 for the end. */
    private final List<int[]> next = new ArrayList<>(List.of(new int[ASCII], new int[ASCII]));

    private final List<Boolean> whole = new ArrayList<>(List.of(false, false));

    /** Of folded words in ASCII. */
    static Endings of(Collection<String> words) {
        Endings endings = new Endings();
        words.forEach(endings::add);
        return endings;
    }

    private void add(String word) {
        int state = 1;
        for (int i = word.length() - 1; i >= 0; i--) {
            int[] row = next.get(state);
            if (row[word.charAt(i)] == NONE) {
                row[word.charAt(i)] = next.size();
                next.add(new int[ASCII]);
                whole.add(false);
            }
            state = row[word.charAt(i)];
        }
        whole.set(state, true);
    }

    /** Whether one of the words ends there, the given marks between its letters aside. */
    boolean endAt(String folded, int start, int end, String marks) {
        int state = 1;
        for (int i = end - 1; i >= start; i--) {
            char c = folded.charAt(i);
            int after = c < ASCII ? next.get(state)[c] : NONE;
            if (after == NONE) {
                if (marks.indexOf(c) < 0) {
                    return false;
                }
            } else {
                state = after;
                if (whole.get(state)) {
                    return true;
                }
            }
        }
        return false;
    }
}
