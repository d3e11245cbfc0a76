package latchkey.web.play;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * How the world itself says it stands.
 *
 * @param cause why people are locked out, as the story was written; null for none
 * @param outcome what an honest reading of the bundle says
 * @param reason where the failure began; null where the story names no place
 * @param astray what the story promised and is not so (any more), each in a sentence
 */
public record Truth(
        @Nullable String cause,
        String outcome,
        @Nullable Event reason,
        List<String> astray,
        List<Machine> machines) {
    public Truth {
        astray = List.copyOf(astray);
        machines = List.copyOf(machines);
    }

    /** A machine of the world. */
    public record Machine(
            String name, boolean isUp, List<Account> accounts, List<String> stoppedServices) {
        public Machine {
            accounts = List.copyOf(accounts);
            stoppedServices = List.copyOf(stoppedServices);
        }
    }

    /** An account on it. */
    public record Account(
            String name, boolean isEnabled, boolean isLocked, boolean isAdministrator) {}
}
