package latchkey.simulator.scenario.client;

import latchkey.simulator.world.Dice;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** The activity log of one VM, as the portal's JSON view shows its events. */
@Known(how = How.INFERRED, source = "parts of public reports; the whole event is composed")
public final class ActivityLog {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Map<String, String> TITLES =
            Map.of(
                    "Microsoft.Compute/virtualMachines/extensions/write",
                    "Create or Update Virtual Machine Extension",
                    "Microsoft.Compute/virtualMachines/extensions/delete",
                    "Delete Virtual Machine Extension",
                    "Microsoft.Compute/virtualMachines/write",
                    "Create or Update Virtual Machine",
                    "Microsoft.Compute/virtualMachines/start/action",
                    "Start Virtual Machine",
                    "Microsoft.Compute/virtualMachines/deallocate/action",
                    "Deallocate Virtual Machine",
                    "Microsoft.Compute/virtualMachines/runCommand/action",
                    "Run Command on Virtual Machine");

    private final ArrayNode events = JSON.createArrayNode();
    private final Dice dice;

    /** No events yet; ids come from those dice. */
    public ActivityLog(Dice dice) {
        this.dice = dice;
    }

    /**
     * One request that ended.
     *
     * @param at when it ended
     * @param method of the request
     * @param path of the request
     * @param caller who asked
     */
    public record Entry(Instant at, String method, String path, String caller) {}

    /** Adds the end of a request that was done. */
    public void succeeded(Entry entry) {
        ObjectNode event = event(entry, "Succeeded", "Informational");
        event.putObject("properties").put("statusCode", "OK");
    }

    /** Adds the end of a request that was refused or failed. */
    public void failed(Entry entry, ArmError error) {
        ObjectNode event = event(entry, "Failed", "Error");
        ObjectNode properties = event.putObject("properties");
        boolean refused = error.status() != 0;
        properties.put("statusCode", refused ? error.reason().replace(" ", "") : "Conflict");
        properties.put("statusMessage", refused ? error.json() : wrapped(error));
    }

    private static String wrapped(ArmError error) {
        ObjectNode root = JSON.createObjectNode();
        root.put("status", "Failed");
        ObjectNode outer = root.putObject("error");
        outer.put("code", "ResourceOperationFailure");
        outer.put(
                "message",
                "The resource operation completed with terminal provisioning state 'Failed'.");
        outer.putArray("details")
                .addObject()
                .put("code", error.code())
                .put("message", error.message());
        return root.toString();
    }

    private ObjectNode event(Entry entry, String status, String level) {
        String path = entry.path().replaceAll("\\?.*", "");
        String action = action(entry.method(), path);
        String resource = path.replaceAll("/(start|powerOff|restart|deallocate|redeploy"
                + "|reapply|runCommand)$", "");
        ObjectNode event = events.addObject();
        event.putObject("authorization").put("action", action).put("scope", resource);
        event.put("caller", entry.caller());
        event.put("channels", "Operation");
        event.put("correlationId", dice.guid().toString());
        event.put("eventDataId", dice.guid().toString());
        pair(event, "eventName", "EndRequest", "End request");
        pair(event, "category", "Administrative", "Administrative");
        event.put("eventTimestamp", entry.at().toString());
        event.put("level", level);
        event.put("operationId", dice.guid().toString());
        pair(event, "operationName", action, TITLES.getOrDefault(action, action));
        pair(event, "resourceProviderName", "Microsoft.Compute", "Microsoft.Compute");
        event.put("resourceId", resource);
        pair(event, "status", status, status);
        pair(event, "subStatus", "", "");
        event.put("submissionTimestamp", entry.at().plusSeconds(70).toString());
        return event;
    }

    private static void pair(ObjectNode event, String name, String value, String localized) {
        event.putObject(name).put("value", value).put("localizedValue", localized);
    }

    private static String action(String method, String path) {
        String type =
                path.contains("/deployments/")
                        ? "Microsoft.Resources/deployments"
                        : "Microsoft.Compute/virtualMachines"
                                + (path.contains("/extensions/") ? "/extensions" : "");
        return switch (method.toUpperCase(Locale.ROOT)) {
            case "DELETE" -> type + "/delete";
            case "POST" -> type + path.substring(path.lastIndexOf('/')) + "/action";
            default -> type + "/write";
        };
    }

    /** The events, oldest first. */
    public String json() {
        return events.toPrettyString();
    }

    /** Whether nothing happened. */
    public boolean isEmpty() {
        return events.isEmpty();
    }
}
