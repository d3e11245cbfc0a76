package latchkey.simulator.scenario.language;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** A scenario file was refused; the message has one line for every mistake in it. */
public final class MalformedScenario extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    private final transient List<Mistakes.Mistake> mistakes;

    MalformedScenario(String file, Mistakes mistakes) {
        super(
                mistakes.all().stream()
                        .map(
                                mistake ->
                                        file
                                                + ":"
                                                + mistake.line()
                                                + ":"
                                                + mistake.column()
                                                + ": "
                                                + mistake.words())
                        .collect(Collectors.joining("\n")));
        this.mistakes = mistakes.all();
    }

    /** The mistakes by place. */
    public List<Mistakes.Mistake> mistakes() {
        return mistakes;
    }
}
