package latchkey.simulator.scenario.language;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A word of the language with what was said about it. Its values were checked when it was read.
 *
 * @param word such as reset-password
 * @param with values by name; lists as lines
 * @param line where it stands in the file
 */
public record Phrase(String word, Map<String, String> with, int line) {
    /** Keeps the order of the values. */
    public Phrase {
        with = Collections.unmodifiableMap(new LinkedHashMap<>(with));
    }

    /** The value, if it was said. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(with.get(name));
    }

    /** The value, or the given one. */
    public String text(String name, String otherwise) {
        return with.getOrDefault(name, otherwise);
    }

    /** The value that the language demands. */
    public String text(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("a demanded value is gone"));
    }

    /** Whether it was said. */
    public boolean has(String name) {
        return with.containsKey(name);
    }

    /** A yes, or the given answer when nothing was said. */
    public boolean flag(String name, boolean otherwise) {
        return find(name).map(value -> value.matches("yes|true")).orElse(otherwise);
    }

    /** The number, or the given one. */
    public long number(String name, long otherwise) {
        return find(name).map(Long::parseLong).orElse(otherwise);
    }

    /** The time span, or the given one. */
    public Duration duration(String name, Duration otherwise) {
        return find(name).map(Duration::parse).orElse(otherwise);
    }

    /** The instant, or the given one. */
    public Instant instant(String name, Instant otherwise) {
        return find(name).map(Instant::parse).orElse(otherwise);
    }

    /** The texts of a list; none when nothing was said. */
    public List<String> list(String name) {
        return find(name).map(value -> value.lines().toList()).orElse(List.of());
    }

    /** Does something with the value, if it was said. */
    public void ifSaid(String name, Consumer<String> action) {
        find(name).ifPresent(action);
    }

    /** The same with one more value; one that is there is replaced. */
    public Phrase and(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(with);
        more.put(name, value);
        return new Phrase(word, more, line);
    }
}
