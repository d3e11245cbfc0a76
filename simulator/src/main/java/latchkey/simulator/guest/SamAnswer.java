package latchkey.simulator.guest;

/** What the account database says to a change. */
public sealed interface SamAnswer {
    /** It was done. */
    record Done(Account account) implements SamAnswer {}

    /**
     * It was refused.
     *
     * @param error the code a program gets
     * @param because the world's own reason, in kebab case; more exact than the code
     */
    record Refused(Win32Error error, String because) implements SamAnswer {}
}
