package latchkey.simulator.guest;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

/**
 * The directory services restore mode of a domain controller: it serves nobody, and its own
 * administrator signs in with a password set at promotion.
 */
@Known(how = How.SPECIFIED, source = "bcdedit safeboot dsrepair; DSRM password")
public final class RestoreMode {
    private String password = "";
    private boolean asked;
    private boolean on;

    RestoreMode() {}

    /** The password given at promotion. */
    public void setPassword(String fresh) {
        password = fresh;
    }

    /** From the next start on it comes up in this mode, or no longer. */
    public void askFor(boolean next) {
        asked = next;
    }

    /** Whether it is up in this mode. */
    public boolean isOn() {
        return on;
    }

    void begin() {
        on = asked;
    }

    /** Whether that is the mode's administrator and password. */
    boolean admits(String name, String attempt) {
        return on
                && name.equalsIgnoreCase("Administrator")
                && !password.isEmpty()
                && password.equals(attempt);
    }
}
