package latchkey.simulator.scenario;

import java.io.Serial;

/** Words that are no variant, or exclude one another; the message has a line for each. */
public final class UnknownVariant extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    UnknownVariant(String message) {
        super(message);
    }
}
