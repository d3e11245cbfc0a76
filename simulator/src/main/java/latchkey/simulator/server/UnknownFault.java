package latchkey.simulator.server;

import java.io.Serial;

/** A fault was asked for that there is not, or that cannot be begun as asked. */
public final class UnknownFault extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    UnknownFault(String message) {
        super(message);
    }
}
