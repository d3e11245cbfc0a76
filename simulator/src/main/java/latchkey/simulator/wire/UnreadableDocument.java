package latchkey.simulator.wire;

import java.io.Serial;

/** A document on the wire is not what its kind says. */
public final class UnreadableDocument extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    UnreadableDocument(String message) {
        super(message);
    }

    UnreadableDocument(String message, Throwable cause) {
        super(message, cause);
    }
}
