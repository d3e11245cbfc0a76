package latchkey.web.store;

/** The store cannot be opened; the message says what a person can do. */
public final class StoreRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StoreRefusedException(String message) {
        super(message);
    }
}
