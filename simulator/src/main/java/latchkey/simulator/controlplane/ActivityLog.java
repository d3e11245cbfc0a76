package latchkey.simulator.controlplane;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;
import latchkey.simulator.world.World;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The activity log: what was asked of resources and how it ended. */
@Known(how = How.SPECIFIED, source = "activity-log-schema: administrative category")
final class ActivityLog {
    /** The real log keeps ninety days; this one the newest so many entries. */
    private static final int KEPT = 20_000;

    private final World world;
    private final List<ObjectNode> entries = new ArrayList<>();
    private final Map<String, ObjectNode> beginnings = new HashMap<>();

    ActivityLog(World world) {
        this.world = world;
    }

    void started(Operation operation, Call call) {
        ObjectNode entry = entry(operation.subject().action(), operation.subject().resourceId());
        entry.put("caller", call.caller().name()).put("correlationId", call.requestId());
        entry.putObject("httpRequest")
                .put("clientRequestId", call.requestId())
                .put("method", call.request().method());
        beginnings.put(operation.id(), entry);
        add(entry, operation.id(), "Started", "", null);
    }

    void ended(Operation operation) {
        ObjectNode entry = beginnings.remove(operation.id());
        if (entry != null) {
            ArmError error = operation.error();
            add(entry, operation.id(), error == null ? "Succeeded" : "Failed", "", error);
        }
    }

    /** A request that was refused at once. */
    void refused(Call call, String action, String resourceId, Refusal refusal) {
        ObjectNode entry = entry(action, resourceId);
        entry.put("caller", call.caller().name()).put("correlationId", call.requestId());
        String reason =
                switch (refusal.status()) {
                    case 400 -> "BadRequest";
                    case 403 -> "Forbidden";
                    case 404 -> "NotFound";
                    case 409 -> "Conflict";
                    default -> "InternalServerError";
                };
        add(entry, call.requestId(), "Failed", reason, refusal.error());
    }

    private ObjectNode entry(String action, String resourceId) {
        ObjectNode entry = Json.object();
        entry.putObject("operationName").put("value", action).put("localizedValue", action);
        entry.put("resourceId", resourceId);
        String[] parts = resourceId.split("/");
        if (parts.length > 4) {
            entry.put("subscriptionId", parts[2]).put("resourceGroupName", parts[4]);
        }
        entry.putObject("resourceProviderName").put("value", "Microsoft.Compute");
        entry.putObject("category").put("value", "Administrative");
        return entry;
    }

    private void add(
            ObjectNode of, String operation, String status, String sub, @Nullable ArmError error) {
        ObjectNode entry = of.deepCopy();
        String id = world.dice("activity").guid().toString();
        entry.put("eventDataId", id).put("operationId", operation);
        entry.put("eventTimestamp", world.now().toString());
        entry.put("submissionTimestamp", world.now().toString());
        entry.put("level", error == null ? "Informational" : "Error");
        entry.putObject("status").put("value", status).put("localizedValue", status);
        entry.putObject("subStatus").put("value", sub).put("localizedValue", sub);
        if (error != null) {
            ObjectNode message =
                    sub.isEmpty() ? Json.object().put("status", "Failed") : Json.object();
            message.set("error", error.toJson());
            entry.putObject("properties").put("statusMessage", Json.text(message));
        }
        if (entries.size() >= KEPT) {
            entries.subList(0, KEPT / 2).clear();
        }
        entries.add(entry);
    }

    /** Newest first, as the real one answers. */
    List<ObjectNode> matching(ActivityFilter filter) {
        return entries.reversed().stream().filter(filter::admits).toList();
    }
}
