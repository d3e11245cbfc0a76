package latchkey.simulator.agent.handler;

import java.io.Serial;

/** VMAccess could not do what it was asked, in its own words. */
final class VmAccessFailure extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    private final String text;
    private final String because;

    VmAccessFailure(String text, String because) {
        super("a reset was refused");
        this.text = text;
        this.because = because;
    }

    /** The handler's message. */
    String text() {
        return text;
    }

    /** The world's own reason, in kebab case. */
    String because() {
        return because;
    }
}
