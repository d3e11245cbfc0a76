package latchkey.simulator.controlplane;

import tools.jackson.databind.node.ObjectNode;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A subscription with its resource groups. */
final class Subscription {
    private final String id;
    private final String name;
    private final String tenantId;
    private final Map<String, ResourceGroup> groups = new LinkedHashMap<>();

    Subscription(String id, String name, String tenantId) {
        this.id = id;
        this.name = name;
        this.tenantId = tenantId;
    }

    String id() {
        return id;
    }

    String tenantId() {
        return tenantId;
    }

    Collection<ResourceGroup> groups() {
        return groups.values();
    }

    Optional<ResourceGroup> group(String wanted) {
        return Optional.ofNullable(groups.get(Extension.key(wanted)));
    }

    void add(ResourceGroup group) {
        groups.put(Extension.key(group.name()), group);
    }

    void remove(ResourceGroup group) {
        groups.remove(Extension.key(group.name()));
    }

    Stream<VirtualMachine> machines() {
        return groups.values().stream().flatMap(group -> group.machines().stream());
    }

    ObjectNode toJson() {
        ObjectNode node = Json.object();
        node.put("id", "/subscriptions/" + id).put("authorizationSource", "RoleBased");
        node.put("subscriptionId", id).put("tenantId", tenantId);
        node.put("displayName", name).put("state", "Enabled");
        node.putObject("subscriptionPolicies")
                .put("locationPlacementId", "Public_2014-09-01")
                .put("quotaId", "EnterpriseAgreement_2014-09-01")
                .put("spendingLimit", "Off");
        return node;
    }
}
