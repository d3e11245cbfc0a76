package latchkey.rules.catalog;

import java.util.List;
import java.util.stream.Collectors;

/** A pack cannot be used; carries every problem found. */
public final class RefusedPackException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    RefusedPackException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
