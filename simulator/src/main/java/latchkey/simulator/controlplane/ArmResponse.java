package latchkey.simulator.controlplane;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What Azure Resource Manager answers.
 *
 * @param status HTTP status
 * @param headers in the order they are sent
 * @param body JSON text, or empty
 */
public record ArmResponse(int status, Map<String, String> headers, String body) {
    /** Keeps the order of the headers. */
    public ArmResponse {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** A header's value, whatever the letter case of its name. */
    public Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(field -> field.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    ArmResponse with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(more);
        all.putAll(headers);
        return new ArmResponse(status, all, body);
    }
}
