package latchkey.simulator.controlplane;

import java.io.Serial;

/** A request is refused at once, with nothing stored. */
final class Refusal extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    private final int status;
    private final transient ArmError error;

    Refusal(int status, ArmError error) {
        super(error.code(), null, false, false);
        this.status = status;
        this.error = error;
    }

    Refusal(int status, String code, String message) {
        this(status, ArmError.of(code, message));
    }

    int status() {
        return status;
    }

    ArmError error() {
        return error;
    }
}
