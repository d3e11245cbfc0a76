package latchkey.simulator.agent;

import java.io.Serial;

/** A trait of a machine has a value that no guest can have. */
public final class UnknownTrait extends IllegalArgumentException {
    @Serial private static final long serialVersionUID = 1L;

    private final String key;
    private final String value;

    UnknownTrait(String key, String value) {
        super("a trait has a value that no guest can have");
        this.key = key;
        this.value = value;
    }

    /** The trait's key. */
    public String key() {
        return key;
    }

    /** The value that cannot be. */
    public String value() {
        return value;
    }
}
