package latchkey.simulator.controlplane;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;

/** A deployment and how it went. */
final class Deployment {
    private final String id;
    private final String name;
    private final Instant at;
    private String state = "Running";
    private @Nullable ArmError error;

    Deployment(String id, String name, Instant at) {
        this.id = id;
        this.name = name;
        this.at = at;
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    void end(@Nullable ArmError failure) {
        error = failure;
        state = failure == null ? "Succeeded" : "Failed";
    }

    ObjectNode toJson() {
        ObjectNode node = Json.object();
        node.put("id", id).put("name", name).put("type", "Microsoft.Resources/deployments");
        ObjectNode properties = node.putObject("properties");
        properties.put("mode", "Incremental").put("provisioningState", state);
        properties.put("timestamp", Json.time(at));
        if (error != null) {
            properties.set("error", error.toJson());
        }
        return node;
    }
}
