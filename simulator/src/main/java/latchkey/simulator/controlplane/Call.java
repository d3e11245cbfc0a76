package latchkey.simulator.controlplane;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Locale;
import java.util.Map;

/**
 * One request on its way through a route.
 *
 * @param request as it came
 * @param names parts of the path by the template's names, as the caller wrote them
 * @param caller whoever signed in
 * @param requestId the service's own id of the request
 */
record Call(ArmRequest request, Map<String, String> names, Caller caller, String requestId) {
    String name(String part) {
        String found = names.get(part);
        if (found == null) {
            throw new IllegalStateException("a route asks for a part its template lacks");
        }
        return found;
    }

    String apiVersion() {
        return request.query().getOrDefault("api-version", "");
    }

    @Nullable String query(String name) {
        return request.query().get(name);
    }

    /** Whether a flag of the query is set. */
    boolean isTrue(String name) {
        String value = query(name);
        return value != null && value.equalsIgnoreCase("true");
    }

    /** Whether {@code $expand} names it. */
    boolean expands(String what) {
        String asked = query("$expand");
        return asked != null
                && asked.toLowerCase(Locale.ROOT).contains(what.toLowerCase(Locale.ROOT));
    }

    /** The body as an object. */
    ObjectNode body() throws Refusal {
        if (request.body().isBlank()) {
            throw new Refusal(
                    400,
                    "InvalidRequestContent",
                    "The request content was invalid and could not be deserialized: 'Request body"
                            + " is empty.'.");
        }
        try {
            JsonNode node = Json.MAPPER.readTree(request.body());
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw unreadable("An object was expected.");
        } catch (JacksonException e) {
            throw unreadable(e.getOriginalMessage());
        }
    }

    private static Refusal unreadable(String why) {
        return new Refusal(
                400,
                "InvalidRequestContent",
                "The request content was invalid and could not be deserialized: '" + why + "'.");
    }

    /** Base of absolute addresses in answers. */
    String origin() {
        return "https://" + request.headers().getOrDefault("Host", "management.azure.com");
    }
}
