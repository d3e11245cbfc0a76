package latchkey.simulator.controlplane;

import latchkey.simulator.wire.PlatformConditions.Trouble;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.List;

/** Carries out what was asked of a machine. */
final class MachineWork {
    private static final Duration SHORT = Duration.ofSeconds(10);

    private final Platform platform;
    private final PowerWork power;

    MachineWork(Platform platform) {
        this.platform = platform;
        this.power = new PowerWork(platform);
    }

    PowerWork power() {
        return power;
    }

    Operation create(VirtualMachine machine, Call call) {
        Operation operation = begin(machine, call, "write", "create");
        if (!failsInside(machine, operation)) {
            power.create(machine, operation);
        }
        return operation;
    }

    /** An update of the model; a running machine gets a new goal state, and is looked after. */
    Operation update(VirtualMachine machine, Call call, ObjectNode body, boolean merge)
            throws Refusal {
        ExtensionChecks.checkFree(machine);
        checkProfile(machine, body);
        JsonNode properties = body.path("properties");
        boolean onlyLabels = merge && (!properties.isObject() || properties.isEmpty());
        machine.remodel(merge ? merged(machine, body) : replaced(machine, body));
        Operation operation = begin(machine, call, "write", "update");
        if (onlyLabels || !machine.isRunning() || !machine.isWindows()) {
            soon(machine, operation);
        } else {
            reapply(machine, operation);
        }
        return operation;
    }

    /** Publishes the model anew and waits for every extension of it. */
    @Known(how = How.INFERRED, source = "reapply article: the state of the model is reapplied")
    void reapply(VirtualMachine machine, Operation operation) {
        if (failsInside(machine, operation)) {
            return;
        }
        machine.become(Extension.State.UPDATING);
        machine.host().publish();
        if (!machine.allowsExtensions()) {
            soon(machine, operation);
            return;
        }
        List<Extension> watched =
                machine.extensions().stream().filter(extension -> !extension.isBusy()).toList();
        ExtensionWatch.over(platform, machine, operation, watched, () -> {});
    }

    Operation delete(VirtualMachine machine, ResourceGroup group, Call call) {
        yieldTo(machine);
        machine.become(Extension.State.DELETING);
        Operation operation = begin(machine, call, "delete", "delete");
        platform.world()
                .after(
                        SHORT,
                        "the end of " + machine.name(),
                        () ->
                                platform.operations()
                                        .succeed(
                                                operation,
                                                () -> {
                                                    machine.machine().discard();
                                                    group.remove(machine);
                                                }));
        return operation;
    }

    /** Everything under way ends, because something stronger was asked. */
    void yieldTo(VirtualMachine machine) {
        machine.extensions()
                .forEach(extension -> platform.operations().preempt(extension.operation()));
        platform.operations().preempt(machine.operation());
    }

    Operation begin(VirtualMachine machine, Call call, String action, String verb) {
        Operation operation =
                platform.operations()
                        .begin(
                                new Operation.Subject(
                                        "Microsoft.Compute/virtualMachines/" + action,
                                        verb,
                                        machine.id(),
                                        machine.name()),
                                call);
        machine.occupiedBy(operation);
        return operation;
    }

    void soon(VirtualMachine machine, Operation operation) {
        platform.world()
                .after(
                        SHORT,
                        "an operation ends on " + machine.name(),
                        () -> power.succeed(machine, operation));
    }

    /** Whether the provider fails inside; then the operation does too, soon. */
    boolean failsInside(VirtualMachine machine, Operation operation) {
        if (!platform.conditions().holds(Trouble.INTERNAL_ERROR, machine.name())) {
            return false;
        }
        ArmError error =
                ArmError.of(
                        "InternalOperationError", "An internal error occurred in the operation.");
        platform.world()
                .after(
                        SHORT,
                        "the provider fails inside",
                        () -> power.fail(machine, operation, error));
        return true;
    }

    /** The first account and its password are used once and never again. */
    @Known(
            how = How.RECORDED,
            source = "PropertyChangeNotAllowed with target adminPassword; a public report")
    private static void checkProfile(VirtualMachine machine, ObjectNode body) throws Refusal {
        JsonNode profile = body.path("properties").path("osProfile");
        String password = Json.text(profile, "adminPassword");
        if (password != null && !password.equals(machine.spec().admin().password())) {
            throw unchangeable("adminPassword");
        }
        String user = Json.text(profile, "adminUsername");
        if (user != null && !user.equals(machine.spec().admin().name())) {
            throw unchangeable("adminUsername");
        }
        String computer = Json.text(profile, "computerName");
        String known = machine.model().at("/properties/osProfile/computerName").asString("");
        if (computer != null && !computer.equals(known)) {
            throw unchangeable("computerName");
        }
    }

    private static Refusal unchangeable(String property) {
        return new Refusal(
                409,
                ArmError.of(
                                "PropertyChangeNotAllowed",
                                "Changing property 'osProfile." + property + "' is not allowed.")
                        .about(property));
    }

    private static ObjectNode merged(VirtualMachine machine, ObjectNode body) {
        ObjectNode model = machine.model().deepCopy();
        if (body.path("tags").isObject()) {
            model.set("tags", body.get("tags"));
        }
        if (body.path("properties") instanceof ObjectNode patch) {
            merge((ObjectNode) model.get("properties"), patch);
        }
        ((ObjectNode) model.get("properties")).withObject("osProfile").remove("adminPassword");
        return model;
    }

    private static void merge(ObjectNode into, ObjectNode patch) {
        for (String name : patch.propertyNames()) {
            JsonNode value = patch.get(name);
            if (value instanceof ObjectNode deeper && into.get(name) instanceof ObjectNode old) {
                merge(old, deeper);
            } else if (!value.isNull()) {
                into.set(name, value.deepCopy());
            }
        }
    }

    private static ObjectNode replaced(VirtualMachine machine, ObjectNode body) throws Refusal {
        String location = MachineReader.location(body);
        if (!location.equals(machine.location())) {
            throw new Refusal(
                    409,
                    "InvalidResourceLocation",
                    "The resource '%s' already exists in location '%s' in resource group. A resource with the same name cannot be created in location '%s'. Please select a new resource name."
                            .formatted(machine.name(), machine.location(), location));
        }
        ObjectNode model = MachineReader.model(machine.name(), body);
        ObjectNode properties = (ObjectNode) model.get("properties");
        JsonNode old = machine.model().at("/properties/osProfile");
        if (old.isObject()) {
            ObjectNode profile = ((ObjectNode) old).deepCopy();
            profile.setAll(properties.withObject("osProfile"));
            if (!body.path("properties").path("osProfile").isObject()) {
                profile.setAll((ObjectNode) old);
            }
            properties.set("osProfile", profile);
        }
        return model;
    }
}
