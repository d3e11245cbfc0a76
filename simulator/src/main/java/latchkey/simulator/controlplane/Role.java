package latchkey.simulator.controlplane;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.util.Locale;

/** What somebody may do in a subscription. */
@Known(how = How.SPECIFIED, source = "built-in roles; errors.md 3.14")
public enum Role {
    OWNER,
    CONTRIBUTOR,
    /** Everything with machines, nothing with groups. */
    VIRTUAL_MACHINE_CONTRIBUTOR,
    READER,
    /** Reading, and writing extensions: not sufficient for Run Command or power. */
    EXTENSION_WRITER,
    NONE;

    /** Whether that action is allowed, such as {@code Microsoft.Compute/virtualMachines/read}. */
    boolean allows(String action) {
        String lower = action.toLowerCase(Locale.ROOT);
        boolean reads = lower.endsWith("/read");
        return switch (this) {
            case OWNER, CONTRIBUTOR -> true;
            case VIRTUAL_MACHINE_CONTRIBUTOR -> reads || lower.startsWith("microsoft.compute/");
            case READER -> reads;
            case EXTENSION_WRITER ->
                    reads || lower.startsWith("microsoft.compute/virtualmachines/extensions/");
            case NONE -> false;
        };
    }
}
