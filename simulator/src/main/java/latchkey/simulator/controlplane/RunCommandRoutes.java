package latchkey.simulator.controlplane;

import latchkey.simulator.wire.ExtensionStatus;
import latchkey.simulator.wire.HandlerStatus;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Run Command: an extension of its own behind an action. */
@Known(
        how = How.SPECIFIED,
        source = "run-command article; the conflict from the error catalogue 3.9")
final class RunCommandRoutes {
    private static final String NAME = "RunCommandWindows";
    private static final String ACTION = "Microsoft.Compute/virtualMachines/runCommand/action";
    private static final Set<String> FIELDS = Set.of("commandId", "script", "parameters");

    private final Platform platform;
    private final ExtensionWork work;
    private final ExtensionChecks checks;

    RunCommandRoutes(Platform platform, ExtensionWork work) {
        this.platform = platform;
        this.work = work;
        this.checks = new ExtensionChecks(platform);
    }

    List<Route> routes() {
        return List.of(new Route("POST", Route.MACHINE + "/runCommand", ACTION, this::run));
    }

    private ArmResponse run(Call call) throws Refusal {
        VirtualMachine machine = platform.estate().machine(call);
        ObjectNode body = call.body();
        for (String name : body.propertyNames()) {
            if (!FIELDS.contains(name)) {
                throw ExtensionReader.unknown(name, name);
            }
        }
        if (!body.path("commandId").isString()) {
            throw new Refusal(
                    400,
                    ArmError.of(
                                    "InvalidParameter",
                                    "Required parameter 'commandId' is missing (null).")
                            .about("commandId"));
        }
        if (!machine.isRunning()) {
            throw new Refusal(
                    409,
                    "OperationNotAllowed",
                    "The operation requires the VM to be running (or set to run).");
        }
        Optional<Extension> earlier = machine.extension(NAME);
        if (earlier.isPresent() && earlier.get().isBusy()) {
            throw new Refusal(
                    409,
                    "Conflict",
                    "Run command extension execution is in progress. Please wait for completion"
                            + " before invoking a run command.");
        }
        ExtensionWish wish =
                new ExtensionWish(
                        "Microsoft.CPlat.Core",
                        NAME,
                        "1.1",
                        machine.location(),
                        null,
                        body,
                        Json.object().put("autoUpgradeMinorVersion", true));
        String version = checks.put(machine, NAME, wish).version();
        // Every run counts: the same script twice is two runs.
        Extension extension =
                work.rerun(
                        machine,
                        new ExtensionWork.Order(call, NAME, wish, version, Json.missing()));
        Operation operation = extension.operation();
        if (operation == null) {
            throw new IllegalStateException("an extension at work has an operation");
        }
        operation.whenDone(() -> operation.output(output(machine, extension)));
        return Answers.begun(Answers.empty(202), operation, machine.location(), call, true);
    }

    private static ObjectNode output(VirtualMachine machine, Extension extension) {
        HandlerStatus handler = InstanceView.reported(machine, extension);
        ExtensionStatus status = handler == null ? null : handler.extension();
        ObjectNode result = Json.object();
        ArrayNode value = result.putArray("value");
        value.add(stream("StdOut", status == null ? "" : status.message()));
        value.add(stream("StdErr", ""));
        return result;
    }

    private static ObjectNode stream(String name, String message) {
        return Json.object()
                .put("code", "ComponentStatus/" + name + "/succeeded")
                .put("level", "Info")
                .put("displayStatus", "Provisioning succeeded")
                .put("message", message);
    }
}
