package latchkey.simulator.controlplane;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Subscriptions with their groups and what lies in them; names are found in any letter case. */
final class Estate {
    private final Map<String, Subscription> subscriptions = new LinkedHashMap<>();

    Estate(PlatformOptions.Place place) {
        Subscription first = new Subscription(place.subscriptionId(), "Latchkey", place.tenantId());
        first.add(new ResourceGroup(first.id(), place.resourceGroup(), place.region()));
        add(first);
    }

    void add(Subscription subscription) {
        subscriptions.put(Extension.key(subscription.id()), subscription);
    }

    Collection<Subscription> subscriptions() {
        return subscriptions.values();
    }

    Stream<VirtualMachine> machines() {
        return subscriptions.values().stream().flatMap(Subscription::machines);
    }

    Subscription subscription(Call call) throws Refusal {
        String id = call.name("subscription");
        Subscription found = subscriptions.get(Extension.key(id));
        if (found == null) {
            throw new Refusal(
                    404,
                    "SubscriptionNotFound",
                    "The subscription '" + id + "' could not be found.");
        }
        return found;
    }

    ResourceGroup group(Call call) throws Refusal {
        String name = call.name("group");
        return subscription(call)
                .group(name)
                .orElseThrow(
                        () ->
                                new Refusal(
                                        404,
                                        "ResourceGroupNotFound",
                                        "Resource group '" + name + "' could not be found."));
    }

    VirtualMachine machine(Call call) throws Refusal {
        ResourceGroup group = group(call);
        String name = call.name("vm");
        return group.machine(name).orElseThrow(() -> absent("virtualMachines/" + name, group));
    }

    /** The machine around an extension. */
    VirtualMachine parent(Call call) throws Refusal {
        String name = call.name("vm");
        return group(call)
                .machine(name)
                .orElseThrow(
                        () ->
                                new Refusal(
                                        404,
                                        "ParentResourceNotFound",
                                        "Can not perform requested operation on nested resource."
                                                + " Parent resource '"
                                                + name
                                                + "' not found."));
    }

    static Refusal absent(String typeAndName, ResourceGroup group) {
        return new Refusal(
                404,
                "ResourceNotFound",
                "The Resource 'Microsoft.Compute/"
                        + typeAndName
                        + "' under resource group '"
                        + group.name()
                        + "' was not found. For more details please go to"
                        + " https://aka.ms/ARMResourceNotFoundFix");
    }

    Optional<VirtualMachine> findMachine(String name) {
        return machines().filter(machine -> machine.name().equalsIgnoreCase(name)).findFirst();
    }
}
