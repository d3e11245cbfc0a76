package latchkey.simulator.controlplane;

import tools.jackson.databind.node.ObjectNode;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A resource group with what lies in it. */
final class ResourceGroup {
    private final String subscription;
    private final String name;
    private final String location;
    private final Map<String, VirtualMachine> machines = new LinkedHashMap<>();

    private final Map<String, ScaleSet> scaleSets = new LinkedHashMap<>();
    private final Map<String, Deployment> deployments = new LinkedHashMap<>();

    ResourceGroup(String subscription, String name, String location) {
        this.subscription = subscription;
        this.name = name;
        this.location = location;
    }

    String name() {
        return name;
    }

    String id() {
        return "/subscriptions/" + subscription + "/resourceGroups/" + name;
    }

    String location() {
        return location;
    }

    Collection<ScaleSet> scaleSets() {
        return scaleSets.values();
    }

    Optional<ScaleSet> scaleSet(String wanted) {
        return Optional.ofNullable(scaleSets.get(Extension.key(wanted)));
    }

    void add(ScaleSet set) {
        scaleSets.put(Extension.key(set.name()), set);
    }

    void remove(ScaleSet set) {
        scaleSets.remove(Extension.key(set.name()));
    }

    Optional<Deployment> deployment(String wanted) {
        return Optional.ofNullable(deployments.get(Extension.key(wanted)));
    }

    void add(Deployment deployment) {
        deployments.put(Extension.key(deployment.name()), deployment);
    }

    Collection<VirtualMachine> machines() {
        return machines.values();
    }

    Optional<VirtualMachine> machine(String wanted) {
        return Optional.ofNullable(machines.get(Extension.key(wanted)));
    }

    void add(VirtualMachine machine) {
        machines.put(Extension.key(machine.name()), machine);
    }

    void remove(VirtualMachine machine) {
        machines.remove(Extension.key(machine.name()));
    }

    ObjectNode toJson() {
        ObjectNode node = Json.object();
        node.put("id", id()).put("name", name);
        node.put("type", "Microsoft.Resources/resourceGroups").put("location", location);
        node.putObject("properties").put("provisioningState", "Succeeded");
        return node;
    }
}
