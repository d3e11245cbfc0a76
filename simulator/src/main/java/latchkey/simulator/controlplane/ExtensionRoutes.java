package latchkey.simulator.controlplane;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** Extensions of a machine: E1 to E5. */
final class ExtensionRoutes {
    private static final String ONE = Route.MACHINE + "/extensions/{extension}";
    private static final String ACTION = "Microsoft.Compute/virtualMachines/extensions/";

    private final Platform platform;
    private final ExtensionChecks checks;
    private final ExtensionWork work;

    ExtensionRoutes(Platform platform, ExtensionWork work) {
        this.platform = platform;
        this.checks = new ExtensionChecks(platform);
        this.work = work;
    }

    List<Route> routes() {
        return List.of(
                new Route("PUT", ONE, ACTION + "write", this::put),
                new Route("PATCH", ONE, ACTION + "write", this::patch),
                new Route("GET", ONE, ACTION + "read", this::get),
                new Route("GET", Route.MACHINE + "/extensions", ACTION + "read", this::list),
                new Route("DELETE", ONE, ACTION + "delete", this::delete));
    }

    private ArmResponse put(Call call) throws Refusal {
        VirtualMachine machine = platform.estate().parent(call);
        ObjectNode body = call.body();
        ExtensionWish wish = ExtensionReader.put(body, machine);
        ExtensionChecks.Allowed allowed = checks.put(machine, call.name("extension"), wish);
        boolean isNew = machine.extension(call.name("extension")).isEmpty();
        Extension extension =
                work.put(
                        machine,
                        new ExtensionWork.Order(
                                call,
                                call.name("extension"),
                                wish,
                                allowed.version(),
                                secret(body)));
        return begun(isNew ? 201 : 200, extension, call);
    }

    private ArmResponse patch(Call call) throws Refusal {
        VirtualMachine machine = platform.estate().parent(call);
        Extension extension = find(machine, call);
        ObjectNode body = call.body();
        ExtensionWish wish = ExtensionReader.patch(body, extension.wish());
        ExtensionChecks.Allowed allowed = checks.put(machine, extension.name(), wish);
        work.patch(
                machine,
                new ExtensionWork.Order(
                        call, extension.name(), wish, allowed.version(), secret(body)));
        return begun(200, extension, call);
    }

    private ArmResponse delete(Call call) throws Refusal {
        VirtualMachine machine = platform.estate().parent(call);
        String name = call.name("extension");
        if (machine.extension(name).isEmpty()) {
            return Answers.empty(204);
        }
        Extension extension = find(machine, call);
        checks.delete(machine);
        Operation operation = work.delete(machine, extension, call);
        return Answers.begun(Answers.empty(202), operation, machine.location(), call, true);
    }

    private ArmResponse get(Call call) throws Refusal {
        VirtualMachine machine = platform.estate().parent(call);
        return Answers.ok(shown(machine, find(machine, call), call));
    }

    private ArmResponse list(Call call) throws Refusal {
        VirtualMachine machine = platform.estate().parent(call);
        ArrayNode all = Json.array();
        machine.extensions().forEach(extension -> all.add(shown(machine, extension, call)));
        ObjectNode list = Json.object();
        list.set("value", all);
        return Answers.ok(list);
    }

    private static JsonNode shown(VirtualMachine machine, Extension extension, Call call) {
        ObjectNode node = extension.toJson();
        if (call.expands("instanceView")) {
            ObjectNode properties = (ObjectNode) node.get("properties");
            properties.set("instanceView", InstanceView.of(machine, extension));
        }
        return node;
    }

    private static Extension find(VirtualMachine machine, Call call) throws Refusal {
        String name = call.name("extension");
        return machine.extension(name)
                .orElseThrow(
                        () ->
                                new Refusal(
                                        404,
                                        "ResourceNotFound",
                                        "The Resource 'Microsoft.Compute/virtualMachines/%s/extensions/%s' under resource group '%s' was not found."
                                                .formatted(
                                                        machine.name(), name, call.name("group"))));
    }

    private static JsonNode secret(ObjectNode body) {
        return body.path("properties").path("protectedSettings");
    }

    private static ArmResponse begun(int status, Extension extension, Call call) {
        Operation operation = extension.operation();
        ArmResponse first = Answers.json(status, extension.toJson());
        return operation == null
                ? first
                : Answers.begun(first, operation, extension.wish().location(), call, false);
    }
}
