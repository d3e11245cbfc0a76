package latchkey.simulator.wire;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The status an agent uploads: the one place from which the platform knows of agent and handlers.
 *
 * @param at written at, by the guest's clock
 * @param agent the agent's word on itself
 * @param handlers in the order of the goal state
 * @param os what the guest says it is
 * @param serviceNumber the {@code inSvdSeqNo} of the goal state it answers
 */
@Known(
        how = How.SPECIFIED,
        source = "WALinuxAgent status blob 1.1; Windows copies in AggregateStatus")
public record StatusBlob(
        Instant at, Agent agent, List<HandlerStatus> handlers, Os os, int serviceNumber) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Copies the handlers. */
    public StatusBlob {
        handlers = List.copyOf(handlers);
    }

    /**
     * The agent's word on itself.
     *
     * @param version its version
     * @param status Ready or NotReady
     * @param message in its words
     */
    public record Agent(String version, String status, String message) {}

    /**
     * The guest's name and system.
     *
     * @param computer NetBIOS name
     * @param name such as Windows
     * @param version such as 10.0.20348
     */
    public record Os(String computer, String name, String version) {}

    /** As it is uploaded, and as the agent keeps a copy of it. */
    public String toJson() {
        ObjectNode root = JSON.createObjectNode();
        root.put("version", "1.1").put("timestampUTC", stamp(at));
        ObjectNode aggregate = root.putObject("aggregateStatus");
        ObjectNode own = aggregate.putObject("guestAgentStatus");
        own.put("version", agent.version()).put("status", agent.status());
        formatted(own, agent.message());
        tools.jackson.databind.node.ArrayNode list = aggregate.putArray("handlerAggregateStatus");
        handlers.forEach(handler -> write(list.addObject(), handler));
        ObjectNode goal =
                aggregate
                        .putObject("vmArtifactsAggregateStatus")
                        .putObject("goalStateAggregateStatus");
        formatted(goal, "GoalState executed successfully");
        goal.put("timestampUTC", stamp(at)).put("inSvdSeqNo", Integer.toString(serviceNumber));
        goal.put("status", "Success").put("code", 0);
        root.putObject("guestOSInfo")
                .put("computerName", os.computer())
                .put("osName", os.name())
                .put("osVersion", os.version())
                .put("version", agent.version());
        root.putArray("supportedFeatures")
                .addObject()
                .put("Key", "MultipleExtensionsPerHandler")
                .put("Value", "1.0");
        return JSON.writeValueAsString(root);
    }

    private static void write(ObjectNode node, HandlerStatus handler) {
        node.put("handlerVersion", handler.version()).put("handlerName", handler.handler());
        node.put("status", handler.status()).put("code", handler.code());
        node.put("useExactVersion", true);
        formatted(node, handler.message());
        ExtensionStatus extension = handler.extension();
        if (extension == null) {
            return;
        }
        ObjectNode runtime = node.putObject("runtimeSettingsStatus");
        runtime.put("sequenceNumber", extension.sequence());
        ObjectNode holder = runtime.putObject("settingsStatus");
        holder.put("version", 1.0).put("timestampUTC", stamp(extension.at()));
        ObjectNode status = holder.putObject("status");
        status.put("name", handler.handler()).put("operation", extension.operation());
        status.put("configurationAppliedTime", stamp(extension.at()));
        status.put("status", extension.status()).put("code", extension.code());
        formatted(status, extension.message());
    }

    private static void formatted(ObjectNode node, String message) {
        node.putObject("formattedMessage").put("lang", "en-US").put("message", message);
    }

    private static String stamp(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Reads it as the platform does. */
    public static StatusBlob parse(String json) throws UnreadableDocument {
        try {
            JsonNode root = JSON.readTree(json);
            JsonNode aggregate = root.path("aggregateStatus");
            JsonNode own = aggregate.path("guestAgentStatus");
            List<HandlerStatus> handlers = new ArrayList<>();
            for (JsonNode handler : aggregate.path("handlerAggregateStatus")) {
                handlers.add(handler(handler));
            }
            JsonNode os = root.path("guestOSInfo");
            return new StatusBlob(
                    Instant.parse(root.path("timestampUTC").asString("")),
                    new Agent(
                            own.path("version").asString(""),
                            own.path("status").asString(""),
                            message(own)),
                    handlers,
                    new Os(
                            os.path("computerName").asString(""),
                            os.path("osName").asString(""),
                            os.path("osVersion").asString("")),
                    Integer.parseInt(
                            aggregate
                                    .at(
                                            "/vmArtifactsAggregateStatus/goalStateAggregateStatus/inSvdSeqNo")
                                    .asString("0")));
        } catch (JacksonException | DateTimeException | NumberFormatException e) {
            throw new UnreadableDocument("not a status blob", e);
        }
    }

    private static HandlerStatus handler(JsonNode node) {
        return new HandlerStatus(
                node.path("handlerName").asString(""),
                node.path("handlerVersion").asString(""),
                node.path("status").asString(""),
                node.path("code").asInt(0),
                message(node),
                extension(node.path("runtimeSettingsStatus")));
    }

    private static @Nullable ExtensionStatus extension(JsonNode runtime) {
        if (!runtime.isObject()) {
            return null;
        }
        JsonNode holder = runtime.path("settingsStatus");
        JsonNode status = holder.path("status");
        return new ExtensionStatus(
                runtime.path("sequenceNumber").asInt(0),
                Instant.parse(holder.path("timestampUTC").asString("")),
                status.path("operation").asString(""),
                status.path("status").asString(""),
                status.path("code").asInt(0),
                message(status));
    }

    private static String message(JsonNode node) {
        return node.path("formattedMessage").path("message").asString("");
    }
}
