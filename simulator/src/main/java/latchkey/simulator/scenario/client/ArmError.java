package latchkey.simulator.scenario.client;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An error as Azure Resource Manager sent it.
 *
 * @param status HTTP status of the answer; 0 for the error inside an operation
 * @param code its code
 * @param message its message
 * @param target its target; may be empty
 * @param json the answer's whole text
 */
public record ArmError(int status, String code, String message, String target, String json) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Reads an answer with an {@code error} member, or with the error's members at the top. */
    public static ArmError of(int status, String json) {
        JsonNode root = parse(json);
        JsonNode error = root.has("error") ? root.path("error") : root;
        return new ArmError(
                status,
                error.path("code").asString(""),
                error.path("message").asString(""),
                error.path("target").asString(""),
                json);
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JacksonException e) {
            return JSON.createObjectNode();
        }
    }

    /** The words that go with the HTTP status. */
    public String reason() {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 409 -> "Conflict";
            case 429 -> "Too Many Requests";
            case 500 -> "Internal Server Error";
            case 503 -> "Service Unavailable";
            default -> "";
        };
    }
}
