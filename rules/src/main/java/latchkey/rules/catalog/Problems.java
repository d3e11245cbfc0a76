package latchkey.rules.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects everything that is wrong, so that an author sees all of it at once. */
public final class Problems {
    private final List<Problem> all = new ArrayList<>();
    private final boolean complete;

    Problems() {
        this(true);
    }

    /**
     * @param complete whether the pack claims to be finished, so that what is still open is an
     *     error
     */
    Problems(boolean complete) {
        this.complete = complete;
    }

    /**
     * Something that a pack still being written may lack: an error in a complete one, otherwise a
     * note.
     */
    void open(String file, Node at, String message) {
        if (complete) {
            error(file, at, message);
        } else {
            note(file, at, message);
        }
    }

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
                .sorted(
                        Comparator.comparing(Problem::file)
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
