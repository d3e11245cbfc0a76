package latchkey.simulator.agent.handler;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.util.Map;
import java.util.Set;

/**
 * Knobs of VMAccess where the real program's behaviour is disputed or unknown.
 *
 * @param protectedUserName whether a user name in the protected settings counts; trait {@code
 *     vmaccess.usernameSource}: publicOnly, publicThenProtected
 * @param exactKeys whether letter case of setting names counts; {@code vmaccess.keyCompare}:
 *     ordinalIgnoreCase, ordinal
 * @param unlocks whether a reset unlocks; {@code vmaccess.unlockOnReset}
 * @param resetsNla whether it resets authentication and port of Remote Desktop; {@code
 *     vmaccess.resetNla}
 * @param shortTexts whether failures come without a stack; {@code vmaccess.errorTexts}: stack,
 *     short
 */
@Known(how = How.ASSUMED, source = "reports disagree; each knob has its default from the majority")
public record VmAccessOptions(
        boolean protectedUserName,
        boolean exactKeys,
        boolean unlocks,
        boolean resetsNla,
        boolean shortTexts) {
    /** The traits read here. */
    public static final Set<String> KEYS =
            Set.of(
                    "vmaccess.usernameSource",
                    "vmaccess.keyCompare",
                    "vmaccess.unlockOnReset",
                    "vmaccess.resetNla",
                    "vmaccess.errorTexts");

    /** Reads the traits; those that are missing have their defaults. */
    public static VmAccessOptions of(Map<String, String> traits) {
        return new VmAccessOptions(
                has(traits, "vmaccess.usernameSource", "publicThenProtected"),
                has(traits, "vmaccess.keyCompare", "ordinal"),
                has(traits, "vmaccess.unlockOnReset", "true"),
                has(traits, "vmaccess.resetNla", "true"),
                has(traits, "vmaccess.errorTexts", "short"));
    }

    private static boolean has(Map<String, String> traits, String key, String word) {
        return traits.getOrDefault(key, "").equalsIgnoreCase(word);
    }
}
