package latchkey.simulator.controlplane;

import latchkey.simulator.wire.MachineSpec;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Machines: E6, E7, E13 and E17. */
final class MachineRoutes {
    private static final String ACTION = "Microsoft.Compute/virtualMachines/";
    private static final String LIST = "/providers/Microsoft.Compute/virtualMachines";

    private final Platform platform;
    private final MachineWork work;

    MachineRoutes(Platform platform, MachineWork work) {
        this.platform = platform;
        this.work = work;
    }

    List<Route> routes() {
        return List.of(
                new Route("PUT", Route.MACHINE, ACTION + "write", this::put),
                new Route("PATCH", Route.MACHINE, ACTION + "write", this::patch),
                new Route("GET", Route.MACHINE, ACTION + "read", this::get),
                new Route("DELETE", Route.MACHINE, ACTION + "delete", this::delete),
                new Route(
                        "GET",
                        Route.MACHINE + "/instanceView",
                        ACTION + "instanceView/read",
                        this::view),
                new Route("GET", Route.GROUP + LIST, ACTION + "read", this::ofGroup),
                new Route(
                        "GET",
                        "/subscriptions/{subscription}" + LIST,
                        ACTION + "read",
                        this::ofAll));
    }

    private ArmResponse put(Call call) throws Refusal {
        ResourceGroup group = platform.estate().group(call);
        ObjectNode body = call.body();
        MachineReader.check(body);
        String name = call.name("vm");
        Optional<VirtualMachine> existing = group.machine(name);
        if (existing.isPresent()) {
            return update(existing.get(), call, body, false);
        }
        MachineSpec spec = MachineReader.spec(name, newId(name), body);
        if (!platform.options().place().regions().contains(spec.location())) {
            throw new Refusal(
                    400,
                    "LocationNotAvailableForResourceType",
                    "The provided location '%s' is not available for resource type 'Microsoft.Compute/virtualMachines'. List of available regions for the resource type is '%s'."
                            .formatted(
                                    spec.location(),
                                    String.join(",", platform.options().place().regions())));
        }
        String id = group.id() + LIST + "/" + name;
        VirtualMachine machine =
                new VirtualMachine(platform, id, spec, MachineReader.model(name, body));
        group.add(machine);
        Operation operation = work.create(machine, call);
        return Answers.begun(
                Answers.json(201, shown(machine, call)),
                operation,
                machine.location(),
                call,
                false);
    }

    private UUID newId(String name) {
        return platform.world().dice("vm/" + name).guid();
    }

    private ArmResponse patch(Call call) throws Refusal {
        ObjectNode body = call.body();
        MachineReader.check(body);
        return update(platform.estate().machine(call), call, body, true);
    }

    private ArmResponse update(VirtualMachine machine, Call call, ObjectNode body, boolean merge)
            throws Refusal {
        Operation operation = work.update(machine, call, body, merge);
        return Answers.begun(
                Answers.json(200, shown(machine, call)),
                operation,
                machine.location(),
                call,
                false);
    }

    private ArmResponse delete(Call call) throws Refusal {
        ResourceGroup group = platform.estate().group(call);
        Optional<VirtualMachine> machine = group.machine(call.name("vm"));
        if (machine.isEmpty()) {
            return Answers.empty(204);
        }
        Operation operation = work.delete(machine.get(), group, call);
        return Answers.begun(Answers.empty(202), operation, machine.get().location(), call, true);
    }

    private ArmResponse get(Call call) throws Refusal {
        return Answers.ok(shown(platform.estate().machine(call), call));
    }

    private ArmResponse view(Call call) throws Refusal {
        return Answers.ok(InstanceView.of(platform.estate().machine(call), platform.world().now()));
    }

    private ArmResponse ofGroup(Call call) throws Refusal {
        return list(platform.estate().group(call).machines().stream(), call);
    }

    private ArmResponse ofAll(Call call) throws Refusal {
        return list(platform.estate().subscription(call).machines(), call);
    }

    private ArmResponse list(Stream<VirtualMachine> machines, Call call) {
        boolean statusOnly = call.isTrue("statusOnly");
        return Answers.ok(
                Json.list(
                        machines.map(
                                        machine -> {
                                            ObjectNode node = shown(machine, call);
                                            if (statusOnly) {
                                                expand(machine, node);
                                            }
                                            return (JsonNode) node;
                                        })
                                .toList()));
    }

    private void expand(VirtualMachine machine, ObjectNode node) {
        ObjectNode properties = (ObjectNode) node.get("properties");
        properties.set("instanceView", InstanceView.of(machine, platform.world().now()));
    }

    private ObjectNode shown(VirtualMachine machine, Call call) {
        ObjectNode node = Json.object();
        node.put("name", machine.name()).put("id", machine.id());
        node.put("type", "Microsoft.Compute/virtualMachines");
        node.setAll(machine.model().deepCopy());
        node.put("etag", "\"" + machine.revision() + "\"");
        ObjectNode properties = (ObjectNode) node.get("properties");
        properties.put("provisioningState", machine.state().word());
        properties.put("vmId", machine.vmId().toString());
        properties.put("timeCreated", Json.time(machine.created()));
        if (call.expands("instanceView")) {
            expand(machine, node);
        }
        if (!machine.extensions().isEmpty()) {
            ArrayNode resources = node.putArray("resources");
            machine.extensions().forEach(extension -> resources.add(extension.toJson()));
        }
        return node;
    }
}
