package latchkey.simulator.guest;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The machine's registry as far as anybody here reads it. Keys and names ignore letter case. */
public final class Registry {
    /** One value. */
    public sealed interface Value {
        /** REG_DWORD. */
        record Number(long value) implements Value {}

        /** REG_SZ. */
        record Text(String value) implements Value {}
    }

    private final Map<String, Map<String, Value>> keys =
            new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /** Writes a number; the key is made when it is missing. */
    public void set(String key, String name, long value) {
        put(key, name, new Value.Number(value));
    }

    /** Writes a text; the key is made when it is missing. */
    public void set(String key, String name, String value) {
        put(key, name, new Value.Text(value));
    }

    private void put(String key, String name, Value value) {
        keys.computeIfAbsent(key, k -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER))
                .put(name, value);
    }

    /** The value, if there is one. */
    public Optional<Value> get(String key, String name) {
        return Optional.ofNullable(keys.getOrDefault(key, Map.of()).get(name));
    }

    /** The number there, or the given one. */
    public long number(String key, String name, long otherwise) {
        return get(key, name).orElse(null) instanceof Value.Number number
                ? number.value()
                : otherwise;
    }

    /** The text there, or the given one. */
    public String text(String key, String name, String otherwise) {
        return get(key, name).orElse(null) instanceof Value.Text text ? text.value() : otherwise;
    }

    /** Removes one value. */
    public void remove(String key, String name) {
        Map<String, Value> values = keys.get(key);
        if (values != null) {
            values.remove(name);
        }
    }

    /** Removes a key with everything below it. */
    public void removeTree(String key) {
        String below = key.toLowerCase(Locale.ROOT) + "\\";
        keys.keySet()
                .removeIf(
                        k ->
                                k.equalsIgnoreCase(key)
                                        || k.toLowerCase(Locale.ROOT).startsWith(below));
    }

    /** All keys with their values, in order of their names. */
    public Map<String, Map<String, Value>> all() {
        return Collections.unmodifiableMap(keys);
    }
}
