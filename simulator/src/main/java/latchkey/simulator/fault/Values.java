package latchkey.simulator.fault;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The parameters of one fault with their values, checked before. */
public final class Values {
    private final Map<String, String> values;

    Values(List<Parameter> parameters, Map<String, String> given) {
        Map<String, String> all = new TreeMap<>();
        for (Parameter parameter : parameters) {
            all.put(parameter.name(), given.getOrDefault(parameter.name(), parameter.otherwise()));
        }
        this.values = Collections.unmodifiableMap(all);
    }

    /** All of them, by name. */
    public Map<String, String> all() {
        return values;
    }

    String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("a fault asks for a parameter it does not have");
        }
        return value;
    }

    long number(String name) {
        return Long.parseLong(text(name));
    }

    Duration span(String name) {
        return Duration.parse(text(name));
    }

    boolean is(String name) {
        return Boolean.parseBoolean(text(name));
    }
}
