package latchkey.simulator.server;

import latchkey.simulator.controlplane.ArmResponse;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

/** JSON answers of the server's own. */
final class Said {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private Said() {}

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static ArrayNode array() {
        return JSON.createArrayNode();
    }

    static ArmResponse json(int status, JsonNode body) {
        return new ArmResponse(
                status,
                Map.of(
                        "Content-Type",
                        "application/json; charset=utf-8",
                        "Cache-Control",
                        "no-store, no-cache"),
                JSON.writeValueAsString(body));
    }

    /** An error in Azure's shape. */
    static ArmResponse error(int status, String code, String message) {
        ObjectNode node = object();
        node.putObject("error").put("code", code).put("message", message);
        return json(status, node);
    }
}
