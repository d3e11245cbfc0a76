package latchkey.simulator.scenario;

import java.io.Serial;

/** There is no scenario of that name; the message names the nearest. */
public final class UnknownScenario extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    UnknownScenario(String message) {
        super(message);
    }
}
