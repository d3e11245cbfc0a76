package latchkey.web.cli;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One level of a configuration file; what is wrong is collected, not thrown. */
final class Entries {
    private final String prefix;
    private final Map<String, Object> values;
    private final List<String> mistakes;

    private Entries(String prefix, Map<String, Object> values, List<String> mistakes) {
        this.prefix = prefix;
        this.values = values;
        this.mistakes = mistakes;
    }

    /**
     * @param known every key there is; others are mistakes, because a misspelt one would be silent
     */
    static Entries of(Object document, Set<String> known, List<String> mistakes) {
        return level("", document, known, mistakes);
    }

    private static Entries level(
            String prefix, Object level, Set<String> known, List<String> mistakes) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (level instanceof Map<?, ?> map) {
            map.forEach(
                    (key, value) -> {
                        if (known.contains(String.valueOf(key))) {
                            values.put(String.valueOf(key), value == null ? "" : value);
                        } else {
                            mistakes.add(
                                    "'"
                                            + prefix
                                            + key
                                            + "' is not known here; known are "
                                            + String.join(", ", known.stream().sorted().toList())
                                            + ".");
                        }
                    });
        } else {
            String where =
                    prefix.isEmpty() ? "The file" : "'" + prefix.replaceAll("[.]$", "") + "'";
            mistakes.add(where + " has to be a list of names with values.");
        }
        return new Entries(prefix, values, mistakes);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** The level below a key; empty when there is none. */
    Entries below(String key, Set<String> known) {
        Object level = values.getOrDefault(key, Map.of());
        return level(prefix + key + ".", level, known, mistakes);
    }

    @Nullable String text(String key) {
        Object value = values.get(key);
        if (value == null) {
            return null;
        }
        if (value instanceof Map || value instanceof List || String.valueOf(value).isBlank()) {
            wrong(key, "has to be a text.");
            return null;
        }
        return String.valueOf(value).strip();
    }

    /** A text that has to be there; empty, and a mistake, when it is not. */
    String needed(String key) {
        String text = text(key);
        if (text == null && !has(key)) {
            wrong(key, "is missing.");
        }
        return text == null ? "" : text;
    }

    @Nullable Integer number(String key, int least, int most) {
        Object value = values.get(key);
        if (value == null) {
            return null;
        }
        if (value instanceof Integer number && number >= least && number <= most) {
            return number;
        }
        wrong(key, "has to be a number from " + least + " to " + most + ".");
        return null;
    }

    List<String> texts(String key) {
        Object value = values.getOrDefault(key, List.of());
        List<String> texts = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(one -> texts.add(String.valueOf(one).strip()));
        }
        if (!(value instanceof List) || texts.stream().anyMatch(String::isEmpty)) {
            wrong(key, "has to be a list of texts: [one, another].");
        }
        return texts;
    }

    void wrong(String key, String why) {
        mistakes.add("'" + prefix + key + "' " + why);
    }
}
