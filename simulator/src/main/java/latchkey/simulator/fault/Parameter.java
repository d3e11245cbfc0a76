package latchkey.simulator.fault;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Something a fault can be told.
 *
 * @param name in kebab case
 * @param kind what its values look like
 * @param otherwise the value when none is given; empty when there is none
 * @param meaning in a few words
 */
public record Parameter(String name, Kind kind, String otherwise, String meaning) {
    /** What values look like. */
    public sealed interface Kind {
        /** Any text. */
        record Text() implements Kind {}

        /** A whole number. */
        record Number() implements Kind {}

        /** A duration, such as PT90S. */
        record Span() implements Kind {}

        /** true or false. */
        record Flag() implements Kind {}

        /** One of these words. */
        record Word(List<String> choices) implements Kind {
            /** Copies the choices. */
            public Word {
                choices = List.copyOf(choices);
            }
        }
    }

    static Parameter text(String name, String otherwise, String meaning) {
        return new Parameter(name, new Kind.Text(), otherwise, meaning);
    }

    static Parameter number(String name, String otherwise, String meaning) {
        return new Parameter(name, new Kind.Number(), otherwise, meaning);
    }

    static Parameter span(String name, String otherwise, String meaning) {
        return new Parameter(name, new Kind.Span(), otherwise, meaning);
    }

    static Parameter flag(String name, String otherwise, String meaning) {
        return new Parameter(name, new Kind.Flag(), otherwise, meaning);
    }

    /** The first choice is the one when none is given. */
    static Parameter word(String name, String meaning, String... choices) {
        return new Parameter(name, new Kind.Word(List.of(choices)), choices[0], meaning);
    }

    /** What is wrong with a value, if anything. */
    Optional<String> problem(String value) {
        return switch (kind) {
            case Kind.Text text -> Optional.empty();
            case Kind.Number number ->
                    value.matches("-?\\d{1,18}") ? Optional.empty() : wrong("a whole number");
            case Kind.Span span ->
                    isSpan(value) ? Optional.empty() : wrong("a duration such as PT90S");
            case Kind.Flag flag ->
                    value.equals("true") || value.equals("false")
                            ? Optional.empty()
                            : wrong("true or false");
            case Kind.Word word ->
                    word.choices().contains(value)
                            ? Optional.empty()
                            : wrong("one of " + String.join(", ", word.choices()));
        };
    }

    private Optional<String> wrong(String wanted) {
        return Optional.of("parameter '" + name + "' must be " + wanted);
    }

    private static boolean isSpan(String value) {
        try {
            Duration.parse(value);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
