package latchkey.analyzer.redaction;

import java.util.Map;
import latchkey.rules.rule.Capture.Secrecy;

/**
 * Masks one report. First everything is learnt and observed, then masked in the report's own order, so that tokens do not depend on the face.
 *
 * <p>Not for several threads.
 */
public final class Redactor {
    private Redactor() {}

    /** Passwords, keys and tokens only: what is never shown. */
    public static Redactor secretsOnly() {
        return new Redactor();
    }

    /** Secrets and identities. */
    public static Redactor full() {
        return new Redactor();
    }

    /** Takes a value known from structured facts. */
    public void learn(Secrecy secrecy, String value) {}

    /** Learns the values in a text without giving them tokens yet. */
    public void observe(String text) {}

    /** Masks a text of one or many lines; line ends stay where they are. */
    public String mask(String text) {
        return text;
    }

    /** How often something was masked, by class. */
    public Map<String, Integer> counts() {
        return Map.of();
    }
}
