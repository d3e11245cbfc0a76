package latchkey.simulator.controlplane;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request to Azure Resource Manager, whatever brought it.
 *
 * @param method in upper case
 * @param path without host and query, as it came
 * @param query decoded, found in any letter case
 * @param headers found in any letter case
 * @param body JSON text, or empty
 */
public record ArmRequest(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        String body) {
    /** Query and headers are found in any letter case. */
    public ArmRequest {
        query = ignoringCase(query);
        headers = ignoringCase(headers);
    }

    /**
     * A request of somebody inside the process.
     *
     * @param target path with query, such as {@code /subscriptions?api-version=2022-12-01}
     */
    public static ArmRequest of(String method, String target, String body) {
        int mark = target.indexOf('?');
        if (mark < 0) {
            return new ArmRequest(method, target, Map.of(), Map.of(), body);
        }
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : target.substring(mark + 1).split("&")) {
            int equals = pair.indexOf('=');
            query.put(
                    equals < 0 ? pair : pair.substring(0, equals),
                    equals < 0 ? "" : pair.substring(equals + 1));
        }
        return new ArmRequest(method, target.substring(0, mark), query, Map.of(), body);
    }

    /** The same request with one more header. */
    public ArmRequest with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new ArmRequest(method, path, query, more, body);
    }

    private static Map<String, String> ignoringCase(Map<String, String> fields) {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(fields);
        return Collections.unmodifiableMap(copy);
    }
}
