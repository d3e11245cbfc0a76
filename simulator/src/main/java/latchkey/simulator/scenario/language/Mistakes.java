package latchkey.simulator.scenario.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong in one scenario file, gathered so that its author sees all of it at once. */
public final class Mistakes {
    /**
     * One mistake.
     *
     * @param line counts from 1
     * @param column counts from 1
     * @param words what is wrong, and what was probably meant
     */
    public record Mistake(int line, int column, String words) {}

    private final List<Mistake> found = new ArrayList<>();

    /** Adds a mistake at a node. */
    void at(Node node, String words) {
        at(node.line(), node.column(), words);
    }

    /** Adds a mistake at a place. */
    void at(int line, int column, String words) {
        found.add(new Mistake(line, column, words));
    }

    /** All of them, by place. */
    public List<Mistake> all() {
        List<Mistake> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingInt(Mistake::line).thenComparingInt(Mistake::column));
        return List.copyOf(sorted);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }
}
