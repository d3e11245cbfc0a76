package latchkey.web.store;

import java.io.IOException;

/** A limit was hit; the message says which, for people. */
public final class TooMuchException extends IOException {
    private static final long serialVersionUID = 1;

    public TooMuchException(String message) {
        super(message);
    }
}
