package latchkey.simulator.wire;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Header fields by name, whatever its letter case; values as they came. */
final class Headers {
    private Headers() {}

    static Map<String, String> copy(Map<String, String> fields) {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(fields);
        return Collections.unmodifiableMap(copy);
    }
}
