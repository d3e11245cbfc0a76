package latchkey.simulator.controlplane;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A scale set: a model, and instances that follow it now or when they are upgraded. */
@Known(how = How.SPECIFIED, source = "ComputeRP 2024-11-01; upgrade policy from a public report")
final class ScaleSet {
    /**
     * An extension of the model.
     *
     * @param name the extension's
     * @param wish what instances shall have
     * @param version what it resolves to
     * @param secret protected settings, kept to be sealed for every instance; never shown
     */
    record Part(String name, ExtensionWish wish, String version, JsonNode secret) {
        @Override
        public String toString() {
            return "Part[" + name + "]";
        }
    }

    private final String id;
    private final String name;
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final List<VirtualMachine> instances = new ArrayList<>();
    private final Map<VirtualMachine, Integer> applied = new LinkedHashMap<>();
    private ObjectNode model;
    private int revision = 1;
    private Extension.State state = Extension.State.CREATING;

    ScaleSet(String id, String name, ObjectNode model) {
        this.id = id;
        this.name = name;
        this.model = model;
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    String location() {
        return model.path("location").asString("");
    }

    ObjectNode model() {
        return model;
    }

    void remodel(ObjectNode next) {
        model = next;
    }

    void become(Extension.State next) {
        state = next;
    }

    boolean isManual() {
        return model.at("/properties/upgradePolicy/mode")
                .asString("Manual")
                .equalsIgnoreCase("Manual");
    }

    List<VirtualMachine> instances() {
        return instances;
    }

    void add(VirtualMachine instance) {
        instances.add(instance);
        applied.put(instance, 0);
    }

    Collection<Part> parts() {
        return parts.values();
    }

    Optional<Part> part(String wanted) {
        return Optional.ofNullable(parts.get(Extension.key(wanted)));
    }

    void put(Part part) {
        parts.put(Extension.key(part.name()), part);
        revision++;
    }

    void remove(Part part) {
        parts.remove(Extension.key(part.name()));
        revision++;
    }

    void followed(VirtualMachine instance) {
        applied.put(instance, revision);
    }

    boolean follows(VirtualMachine instance) {
        return applied.getOrDefault(instance, 0) == revision;
    }

    ObjectNode toJson() {
        ObjectNode node = Json.object();
        node.put("name", name).put("id", id);
        node.put("type", "Microsoft.Compute/virtualMachineScaleSets");
        node.setAll(model.deepCopy());
        ObjectNode properties = node.withObject("properties");
        properties.put("provisioningState", state.word());
        if (!parts.isEmpty()) {
            ArrayNode list =
                    properties
                            .withObject("virtualMachineProfile")
                            .putObject("extensionProfile")
                            .putArray("extensions");
            parts.values()
                    .forEach(
                            part -> {
                                ObjectNode entry = list.addObject().put("name", part.name());
                                part.wish().echo(entry.putObject("properties"));
                            });
        }
        return node;
    }

    ObjectNode shown(Part part, String provisioning) {
        ObjectNode node = Json.object();
        node.put("name", part.name()).put("id", id + "/extensions/" + part.name());
        node.put("type", "Microsoft.Compute/virtualMachineScaleSets/extensions");
        ObjectNode properties = node.putObject("properties");
        part.wish().echo(properties);
        properties.put("provisioningState", provisioning);
        return node;
    }

    ObjectNode shown(int number) {
        VirtualMachine instance = instances.get(number);
        ObjectNode node = Json.object();
        node.put("name", instance.name()).put("id", instance.id());
        node.put("instanceId", Integer.toString(number)).put("location", location());
        node.put("type", "Microsoft.Compute/virtualMachineScaleSets/virtualMachines");
        ObjectNode properties = node.putObject("properties");
        properties.put("latestModelApplied", follows(instance));
        properties.put("vmId", instance.vmId().toString());
        properties.put("provisioningState", instance.state().word());
        ArrayNode resources = node.putArray("resources");
        instance.extensions().forEach(extension -> resources.add(extension.toJson()));
        return node;
    }
}
