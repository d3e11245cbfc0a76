package latchkey.simulator.scenario.client;

import latchkey.simulator.scenario.bundle.Stamps;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import tools.jackson.databind.JsonNode;

import java.time.DateTimeException;
import java.time.OffsetDateTime;

/** The text of {@code Get-AzVM -Status}, drawn from an instance view. */
@Known(how = How.RECORDED, source = "documentation sample of Get-AzVM -Status, 2022")
public final class StatusText {
    private static final String END = "\r\n";
    private static final int WIDTH = 24;

    private final StringBuilder text = new StringBuilder();

    private StatusText() {}

    /** The text. */
    public static String of(String group, String name, JsonNode view) {
        StatusText status = new StatusText();
        status.line(0, "ResourceGroupName", group);
        status.line(0, "Name", name);
        status.maybe(0, "ComputerName", view.path("computerName"));
        status.maybe(0, "OsName", view.path("osName"));
        status.maybe(0, "OsVersion", view.path("osVersion"));
        status.maybe(0, "HyperVGeneration", view.path("hyperVGeneration"));
        int number = 0;
        for (JsonNode extension : view.path("extensions")) {
            status.extension(number++, extension);
        }
        status.agent(view.path("vmAgent"));
        status.statuses(0, "Statuses", view.path("statuses"));
        return status.text.toString();
    }

    private void extension(int number, JsonNode extension) {
        line(0, "Extensions[" + number + "]", "");
        maybe(1, "Name", extension.path("name"));
        maybe(1, "Type", extension.path("type"));
        maybe(1, "TypeHandlerVersion", extension.path("typeHandlerVersion"));
        statuses(1, "Substatuses", extension.path("substatuses"));
        statuses(1, "Statuses", extension.path("statuses"));
    }

    private void agent(JsonNode agent) {
        if (!agent.isObject()) {
            return;
        }
        line(0, "VMAgent", "");
        maybe(1, "VmAgentVersion", agent.path("vmAgentVersion"));
        int number = 0;
        for (JsonNode handler : agent.path("extensionHandlers")) {
            line(1, "ExtensionHandlers[" + number++ + "]", "");
            maybe(2, "Type", handler.path("type"));
            maybe(2, "TypeHandlerVersion", handler.path("typeHandlerVersion"));
            if (handler.path("status").isObject()) {
                line(2, "Status", "");
                status(3, handler.path("status"));
            }
        }
        statuses(1, "Statuses", agent.path("statuses"));
    }

    private void statuses(int level, String name, JsonNode statuses) {
        int number = 0;
        for (JsonNode one : statuses) {
            line(level, name + "[" + number++ + "]", "");
            status(level + 1, one);
        }
    }

    private void status(int level, JsonNode status) {
        maybe(level, "Code", status.path("code"));
        maybe(level, "Level", status.path("level"));
        maybe(level, "DisplayStatus", status.path("displayStatus"));
        maybe(level, "Message", status.path("message"));
        String time = status.path("time").asString("");
        if (!time.isEmpty()) {
            line(level, "Time", american(time));
        }
    }

    private static String american(String time) {
        try {
            return Stamps.american(OffsetDateTime.parse(time).toInstant());
        } catch (DateTimeException e) {
            return time;
        }
    }

    private void maybe(int level, String name, JsonNode value) {
        if (value.isValueNode() && !value.isNull()) {
            line(level, name, value.asString(""));
        }
    }

    private void line(int level, String name, String value) {
        String indent = "  ".repeat(level);
        String key = indent + name;
        text.append(key)
                .append(" ".repeat(Math.max(0, WIDTH - key.length())))
                .append(": ")
                .append(value)
                .append(END);
    }
}
