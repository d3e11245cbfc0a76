package latchkey.simulator.scenario.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words of one part of the language, each with its parameters. */
public final class Vocabulary {
    private final String kind;
    private final Map<String, Map<String, Parameter>> words = new LinkedHashMap<>();

    /** An empty part; its kind is used in messages, such as step. */
    public Vocabulary(String kind) {
        this.kind = kind;
    }

    /** Adds a word. */
    public Vocabulary word(String name, Parameter... parameters) {
        Map<String, Parameter> named = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            named.put(parameter.name(), parameter);
        }
        words.put(name, Collections.unmodifiableMap(named));
        return this;
    }

    /** What the words are, such as step. */
    String kind() {
        return kind;
    }

    /** The parameters of a word. */
    public Optional<Map<String, Parameter>> find(String name) {
        return Optional.ofNullable(words.get(name));
    }

    /** All words, in the order they were added. */
    public List<String> names() {
        return new ArrayList<>(words.keySet());
    }
}
