package latchkey.simulator.scenario.language;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What may stand behind a word of the language.
 *
 * @param name its key
 * @param kind what its value must be
 * @param required whether it must be there
 * @param choices the words allowed; none for any
 */
public record Parameter(String name, Kind kind, boolean required, List<String> choices) {
    /** What a value must be. */
    public enum Kind {
        TEXT("text"),
        NUMBER("a whole number"),
        FLAG("yes or no"),
        DURATION("a time span such as PT20M"),
        INSTANT("an instant such as 2024-04-17T07:00:00Z"),
        /** Several texts; one text counts as a list of one. */
        LIST("a list of texts");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /** Copies the choices. */
    public Parameter {
        choices = List.copyOf(choices);
    }

    /** Free text. */
    public static Parameter text(String name) {
        return new Parameter(name, Kind.TEXT, false, List.of());
    }

    /** Something of that kind. */
    public static Parameter of(Kind kind, String name) {
        return new Parameter(name, kind, false, List.of());
    }

    /** One of these words. */
    public static Parameter oneOf(String name, String... choices) {
        return new Parameter(name, Kind.TEXT, false, List.of(choices));
    }

    /** The same, and it must be there. */
    public Parameter must() {
        return new Parameter(name, kind, true, choices);
    }

    /** Why that value does not do; empty when it does. */
    Optional<String> objection(String value) {
        if (!choices.isEmpty() && !choices.contains(value)) {
            return Optional.of(
                    "'" + value + "' is none of " + String.join(", ", choices) + " for " + name);
        }
        return isFit(value)
                ? Optional.empty()
                : Optional.of("'" + value + "' is not " + kind.words + " for " + name);
    }

    private boolean isFit(String value) {
        try {
            return switch (kind) {
                case TEXT, LIST -> true;
                case NUMBER -> value.matches("-?[0-9]{1,18}");
                case FLAG -> value.matches("yes|no|true|false");
                case DURATION -> !Duration.parse(value).isNegative();
                case INSTANT -> Instant.parse(value).isAfter(Instant.EPOCH);
            };
        } catch (DateTimeException e) {
            return false;
        }
    }
}
