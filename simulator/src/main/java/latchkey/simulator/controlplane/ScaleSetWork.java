package latchkey.simulator.controlplane;

import latchkey.simulator.wire.MachineSpec;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Makes a scale set's instances, and lets them follow the model. */
final class ScaleSetWork {
    private static final int MOST = 100;

    private final Platform platform;
    private final ExtensionWork extensions;
    private final PowerWork power;

    ScaleSetWork(Platform platform, ExtensionWork extensions) {
        this.platform = platform;
        this.extensions = extensions;
        this.power = new PowerWork(platform);
    }

    Operation begin(ScaleSet set, String action, Call call) {
        return platform.operations()
                .begin(
                        new Operation.Subject(
                                "Microsoft.Compute/virtualMachineScaleSets/" + action,
                                "Update VM scale set",
                                set.id(),
                                set.name()),
                        call);
    }

    /** The instances of a new set; its operation ends when all are provisioned. */
    Operation create(ScaleSet set, Call call, ObjectNode body) throws Refusal {
        int capacity = Math.min(MOST, body.path("sku").path("capacity").asInt(1));
        List<MachineSpec> specs = new ArrayList<>();
        for (int i = 0; i < capacity; i++) {
            specs.add(spec(set, i, body));
        }
        Operation operation = begin(set, "write", call);
        List<Operation> made = new ArrayList<>();
        for (int i = 0; i < capacity; i++) {
            ObjectNode model = MachineReader.model(specs.get(i).name(), profile(set, body));
            VirtualMachine instance =
                    new VirtualMachine(
                            platform, set.id() + "/virtualMachines/" + i, specs.get(i), model);
            set.add(instance);
            Operation own = begin(set, "virtualMachines/write", call);
            instance.occupiedBy(own);
            power.create(instance, own);
            made.add(own);
        }
        whenAll(made, operation, set, () -> set.instances().forEach(vm -> follow(set, vm, call)));
        return operation;
    }

    private MachineSpec spec(ScaleSet set, int number, ObjectNode body) throws Refusal {
        String name = set.name() + "_" + number;
        return MachineReader.spec(
                name, platform.world().dice("vm/" + name).guid(), profile(set, body));
    }

    /** The machine of a set's profile, as a request of its own would say it. */
    private static ObjectNode profile(ScaleSet set, ObjectNode body) {
        ObjectNode machine = Json.object().put("location", set.location());
        JsonNode profile = body.path("properties").path("virtualMachineProfile");
        ObjectNode properties = machine.putObject("properties");
        for (String part : new String[] {"storageProfile", "osProfile"}) {
            if (profile.path(part).isObject()) {
                properties.set(part, profile.get(part).deepCopy());
            }
        }
        properties.withObject("osProfile").remove("computerNamePrefix");
        return machine;
    }

    /** The model changed: instances follow at once, or wait to be upgraded. */
    Operation changed(ScaleSet set, Call call) {
        Operation operation = begin(set, "extensions/write", call);
        if (set.isManual()) {
            soon(operation);
            return operation;
        }
        upgrade(set, set.instances(), operation, call);
        return operation;
    }

    /** Lets those instances follow the model. */
    void upgrade(ScaleSet set, List<VirtualMachine> instances, Operation operation, Call call) {
        List<Operation> all = new ArrayList<>();
        for (VirtualMachine instance : List.copyOf(instances)) {
            all.addAll(follow(set, instance, call));
        }
        whenAll(all, operation, set, () -> {});
    }

    private List<Operation> follow(ScaleSet set, VirtualMachine instance, Call call) {
        List<Operation> begun = new ArrayList<>();
        if (!instance.isRunning()) {
            return begun;
        }
        for (Extension extension : List.copyOf(instance.extensions())) {
            if (set.part(extension.name()).isEmpty()) {
                begun.add(extensions.delete(instance, extension, call));
            }
        }
        for (ScaleSet.Part part : set.parts()) {
            Extension extension =
                    extensions.put(
                            instance,
                            new ExtensionWork.Order(
                                    call, part.name(), part.wish(), part.version(), part.secret()));
            Operation operation = extension.operation();
            if (operation != null) {
                begun.add(operation);
            }
        }
        set.followed(instance);
        return begun;
    }

    private void whenAll(
            List<Operation> parts, Operation whole, ScaleSet set, Runnable afterwards) {
        Runnable look =
                () -> {
                    if (whole.isDone() || !parts.stream().allMatch(Operation::isDone)) {
                        return;
                    }
                    ArmError error =
                            parts.stream()
                                    .map(Operation::error)
                                    .filter(failure -> failure != null)
                                    .findFirst()
                                    .orElse(null);
                    if (error == null) {
                        platform.operations()
                                .succeed(
                                        whole,
                                        () -> {
                                            set.become(Extension.State.SUCCEEDED);
                                            afterwards.run();
                                        });
                    } else {
                        platform.operations()
                                .fail(whole, error, () -> set.become(Extension.State.FAILED));
                    }
                };
        parts.forEach(part -> part.whenDone(look));
        platform.world().after(Duration.ofSeconds(5), "a look at a scale set", look);
    }

    void soon(Operation operation) {
        platform.world()
                .after(
                        Duration.ofSeconds(5),
                        "a scale set's model is kept",
                        () -> platform.operations().succeed(operation, () -> {}));
    }
}
