package latchkey.simulator.server;

import java.io.Serial;

/** A scenario was asked for that there is not. */
public final class UnknownScenario extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    UnknownScenario(String message) {
        super(message);
    }
}
