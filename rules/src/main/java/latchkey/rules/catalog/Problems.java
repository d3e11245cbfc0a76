package latchkey.rules.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects everything that is wrong, so that an author sees all of it at once. */
public final class Problems {
    private final List<Problem> all = new ArrayList<>();

    void error(String file, Node at, String message) {
        all.add(new Problem(Problem.Weight.ERROR, file, at.line(), at.column(), message));
    }

    void error(String file, String message) {
        all.add(new Problem(Problem.Weight.ERROR, file, 0, 0, message));
    }

    void error(String file, int line, int column, String message) {
        all.add(new Problem(Problem.Weight.ERROR, file, line, column, message));
    }

    void note(String file, String message) {
        all.add(new Problem(Problem.Weight.NOTE, file, 0, 0, message));
    }

    void note(String file, Node at, String message) {
        all.add(new Problem(Problem.Weight.NOTE, file, at.line(), at.column(), message));
    }

    /** All problems by file and place. */
    public List<Problem> all() {
        return all.stream()
                .sorted(Comparator.comparing(Problem::file)
                        .thenComparingInt(Problem::line)
                        .thenComparingInt(Problem::column)
                        .thenComparing(Problem::message))
                .distinct()
                .toList();
    }

    public boolean hasErrors() {
        return all.stream().anyMatch(problem -> problem.weight() == Problem.Weight.ERROR);
    }

    /** Refuses the pack when anything is an error. */
    void throwIfAny() throws RefusedPackException {
        if (hasErrors()) {
            throw new RefusedPackException(all());
        }
    }
}
