package latchkey.rules.rule;

import org.jspecify.annotations.Nullable;

/**
 * A variable taken from the evidence.
 *
 * @param signal the signal whose expression holds the named group; null when {@code fact} is given
 * @param group the named group; null with {@code fact}
 * @param fact the machine fact that holds the value
 * @param secrecy what kind of value it is, which drives redaction
 */
public record Capture(
        String name,
        @Nullable String signal,
        @Nullable String group,
        @Nullable String fact,
        Secrecy secrecy) {
    /** The classes of redaction. */
    public enum Secrecy {
        PLAIN,
        ACCOUNT,
        HOST,
        ADDRESS,
        PATH,
        SECRET
    }
}
