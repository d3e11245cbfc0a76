package latchkey.simulator.server;

import latchkey.simulator.controlplane.ArmRequest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * One HTTP request, read completely.
 *
 * @param arm method, path, query, headers and body
 * @param admin whether it came to the operators' port
 */
record Asked(ArmRequest arm, boolean admin) {
    String method() {
        return arm.method();
    }

    String path() {
        return arm.path();
    }

    String header(String name) {
        return arm.headers().getOrDefault(name, "");
    }

    String query(String name) {
        return arm.query().getOrDefault(name, "");
    }

    /** Base of absolute addresses. */
    String origin() {
        return "https://" + arm.headers().getOrDefault("Host", "localhost");
    }

    /** The fields of a form. */
    Map<String, String> form() {
        return pairs(arm.body());
    }

    static Map<String, String> pairs(String text) {
        Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
