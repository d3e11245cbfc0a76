package latchkey.simulator.controlplane;

import latchkey.simulator.wire.ExtensionStatus;
import latchkey.simulator.wire.HandlerStatus;
import latchkey.simulator.wire.StatusBlob;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.Locale;

/** What the platform shows of a machine's state: drawn from the last uploaded status alone. */
@Known(how = How.RECORDED, source = "az recording test_vm_extension.yaml; Get-AzVM -Status samples")
final class InstanceView {
    private InstanceView() {}

    static ObjectNode of(VirtualMachine machine, Instant now) {
        ObjectNode view = Json.object();
        StatusBlob blob = machine.host().status();
        if (blob != null) {
            view.put("computerName", blob.os().computer());
            view.put("osName", blob.os().name()).put("osVersion", blob.os().version());
        }
        view.set("vmAgent", agent(machine, now));
        ArrayNode disks = view.putArray("disks");
        ObjectNode disk = disks.addObject();
        disk.put("name", machine.name() + "_OsDisk_1");
        disk.putArray("statuses").add(provisioned("Provisioning succeeded", machine.created()));
        if (!machine.extensions().isEmpty()) {
            ArrayNode extensions = view.putArray("extensions");
            machine.extensions().forEach(one -> extensions.add(of(machine, one)));
        }
        view.put("hyperVGeneration", machine.spec().generation());
        ArrayNode statuses = view.putArray("statuses");
        statuses.add(state(machine, now));
        statuses.addObject()
                .put("code", machine.power().code())
                .put("level", "Info")
                .put("displayStatus", machine.power().display());
        return view;
    }

    private static ObjectNode state(VirtualMachine machine, Instant now) {
        String word = machine.state().word();
        ObjectNode status = Json.object();
        status.put("code", "ProvisioningState/" + word.toLowerCase(Locale.ROOT));
        boolean failed = machine.state() == Extension.State.FAILED;
        status.put("level", failed ? "Error" : "Info");
        String display =
                switch (machine.state()) {
                    case SUCCEEDED -> "Provisioning succeeded";
                    case FAILED -> "Provisioning failed";
                    case CREATING, UPDATING, DELETING -> word;
                };
        return status.put("displayStatus", display).put("time", Json.time(now));
    }

    private static ObjectNode agent(VirtualMachine machine, Instant now) {
        StatusBlob blob = machine.host().status();
        ObjectNode agent = Json.object();
        if (blob == null || machine.host().isStale()) {
            agent.put("vmAgentVersion", blob == null ? "Unknown" : blob.agent().version());
            agent.putArray("statuses")
                    .addObject()
                    .put("code", "ProvisioningState/Unavailable")
                    .put("level", "Warning")
                    .put("displayStatus", "Not Ready")
                    .put(
                            "message",
                            blob == null
                                    ? "VM status blob not found."
                                    : "VM Agent is unresponsive.")
                    .put("time", Json.time(now));
            return agent;
        }
        agent.put("vmAgentVersion", blob.agent().version());
        boolean ready = blob.agent().status().equals("Ready");
        agent.putArray("statuses")
                .addObject()
                .put(
                        "code",
                        ready ? "ProvisioningState/succeeded" : "ProvisioningState/Unavailable")
                .put("level", ready ? "Info" : "Warning")
                .put("displayStatus", ready ? "Ready" : "Not Ready")
                .put("message", blob.agent().message())
                .put("time", Json.time(blob.at()));
        ArrayNode handlers = agent.putArray("extensionHandlers");
        blob.handlers().forEach(handler -> handlers.add(handler(handler)));
        return agent;
    }

    private static ObjectNode handler(HandlerStatus handler) {
        ObjectNode node = Json.object();
        node.put("type", handler.handler()).put("typeHandlerVersion", handler.version());
        boolean failed = handler.code() != 0;
        node.putObject("status")
                .put(
                        "code",
                        handler.isReady()
                                ? "ProvisioningState/succeeded"
                                : failed
                                        ? "ProvisioningState/failed/" + handler.code()
                                        : "ProvisioningState/transitioning")
                .put("level", failed ? "Error" : "Info")
                .put("displayStatus", handler.isReady() ? "Ready" : "Not Ready")
                .put("message", handler.message());
        return node;
    }

    static ObjectNode of(VirtualMachine machine, Extension extension) {
        ObjectNode view = Json.object();
        view.put("name", extension.name()).put("type", extension.handler());
        HandlerStatus handler = reported(machine, extension);
        view.put("typeHandlerVersion", handler == null ? extension.version() : handler.version());
        ExtensionStatus status = handler == null ? null : handler.extension();
        if (status != null) {
            view.putArray("statuses").add(of(status));
        } else if (handler != null && handler.code() != 0) {
            view.putArray("statuses")
                    .addObject()
                    .put("code", "ProvisioningState/failed/" + handler.code())
                    .put("level", "Error")
                    .put("displayStatus", "Provisioning failed")
                    .put("message", handler.message());
        }
        return view;
    }

    static @Nullable HandlerStatus reported(VirtualMachine machine, Extension extension) {
        StatusBlob blob = machine.host().status();
        return blob == null
                ? null
                : blob.handlers().stream()
                        .filter(handler -> extension.isOf(handler.handler()))
                        .findFirst()
                        .orElse(null);
    }

    private static ObjectNode of(ExtensionStatus status) {
        ObjectNode node = Json.object();
        String failed =
                status.code() == 0
                        ? "ProvisioningState/failed"
                        : "ProvisioningState/failed/" + status.code();
        return switch (status.status().toLowerCase(Locale.ROOT)) {
            case "error" -> words(node, failed, "Error", "Provisioning failed", status);
            case "warning" ->
                    words(
                            node,
                            "ProvisioningState/succeeded",
                            "Warning",
                            "Provisioning succeeded",
                            status);
            case "success" ->
                    words(
                            node,
                            "ProvisioningState/succeeded",
                            "Info",
                            "Provisioning succeeded",
                            status);
            default ->
                    words(node, "ProvisioningState/transitioning", "Info", "Transitioning", status);
        };
    }

    private static ObjectNode words(
            ObjectNode node, String code, String level, String display, ExtensionStatus status) {
        return node.put("code", code)
                .put("level", level)
                .put("displayStatus", display)
                .put("message", status.message())
                .put("time", Json.time(status.at()));
    }

    private static ObjectNode provisioned(String display, Instant at) {
        return Json.object()
                .put("code", "ProvisioningState/succeeded")
                .put("level", "Info")
                .put("displayStatus", display)
                .put("time", Json.time(at));
    }
}
