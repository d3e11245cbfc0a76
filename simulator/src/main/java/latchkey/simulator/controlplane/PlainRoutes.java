package latchkey.simulator.controlplane;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What clients read to find their way: tenants, subscriptions, groups, providers. */
@Known(
        how = How.ASSUMED,
        source = "shapes from general knowledge; accepted by the clients that were run")
final class PlainRoutes {
    private static final String SUBSCRIPTION = "/subscriptions/{subscription}";
    private static final String NOBODYS = "";

    private final Platform platform;
    private final MachineWork machines;

    PlainRoutes(Platform platform, MachineWork machines) {
        this.platform = platform;
        this.machines = machines;
    }

    List<Route> routes() {
        String groups = "Microsoft.Resources/subscriptions/resourceGroups/";
        String reading = "Microsoft.Resources/subscriptions/read";
        List<Route> routes = new ArrayList<>();
        routes.add(new Route("GET", "/tenants", NOBODYS, this::tenants));
        routes.add(new Route("GET", "/subscriptions", NOBODYS, this::subscriptions));
        routes.add(new Route("GET", SUBSCRIPTION, NOBODYS, this::subscription));
        routes.add(new Route("GET", SUBSCRIPTION + "/locations", reading, this::locations));
        routes.add(
                new Route("GET", SUBSCRIPTION + "/resourceGroups", groups + "read", this::groups));
        routes.add(new Route("GET", Route.GROUP, groups + "read", this::group));
        routes.add(new Route("HEAD", Route.GROUP, groups + "read", this::hasGroup));
        routes.add(new Route("PUT", Route.GROUP, groups + "write", this::putGroup));
        routes.add(new Route("DELETE", Route.GROUP, groups + "delete", this::deleteGroup));
        routes.add(new Route("GET", SUBSCRIPTION + "/providers", reading, this::providers));
        routes.add(
                new Route("GET", SUBSCRIPTION + "/providers/{provider}", reading, this::provider));
        routes.add(
                new Route(
                        "POST",
                        SUBSCRIPTION + "/providers/{provider}/register",
                        "Microsoft.Compute/register/action",
                        this::provider));
        return routes;
    }

    private ArmResponse tenants(Call call) {
        ObjectNode tenant = Json.object();
        String id = platform.options().place().tenantId();
        tenant.put("id", "/tenants/" + id).put("tenantId", id).put("displayName", "Latchkey");
        tenant.put("tenantCategory", "Home").put("defaultDomain", "latchkey.example");
        tenant.put("tenantType", "AAD").put("countryCode", "US");
        return Answers.ok(Json.list(List.of(tenant)));
    }

    private ArmResponse subscriptions(Call call) {
        boolean sees = call.caller().role() != Role.NONE;
        List<ObjectNode> all =
                platform.estate().subscriptions().stream()
                        .filter(subscription -> sees)
                        .map(Subscription::toJson)
                        .toList();
        return Answers.ok(Json.list(all));
    }

    private ArmResponse subscription(Call call) throws Refusal {
        return Answers.ok(platform.estate().subscription(call).toJson());
    }

    private ArmResponse locations(Call call) throws Refusal {
        String id = platform.estate().subscription(call).id();
        List<JsonNode> all = new ArrayList<>();
        for (String region : platform.options().place().regions()) {
            all.add(
                    Json.object()
                            .put("id", "/subscriptions/" + id + "/locations/" + region)
                            .put("name", region)
                            .put("type", "Region")
                            .put("displayName", region)
                            .put("regionalDisplayName", region));
        }
        return Answers.ok(Json.list(all));
    }

    private ArmResponse groups(Call call) throws Refusal {
        return Answers.ok(
                Json.list(
                        platform.estate().subscription(call).groups().stream()
                                .map(ResourceGroup::toJson)
                                .toList()));
    }

    private ArmResponse group(Call call) throws Refusal {
        return Answers.ok(platform.estate().group(call).toJson());
    }

    private ArmResponse hasGroup(Call call) throws Refusal {
        boolean there = platform.estate().subscription(call).group(call.name("group")).isPresent();
        return Answers.empty(there ? 204 : 404);
    }

    private ArmResponse putGroup(Call call) throws Refusal {
        Subscription subscription = platform.estate().subscription(call);
        String location = MachineReader.location(call.body());
        String name = call.name("group");
        boolean isNew = subscription.group(name).isEmpty();
        if (isNew) {
            subscription.add(new ResourceGroup(subscription.id(), name, location));
        }
        return Answers.json(isNew ? 201 : 200, platform.estate().group(call).toJson());
    }

    private ArmResponse deleteGroup(Call call) throws Refusal {
        Subscription subscription = platform.estate().subscription(call);
        ResourceGroup group = platform.estate().group(call);
        List.copyOf(group.machines()).forEach(machines::yieldTo);
        Operation operation =
                platform.operations()
                        .begin(
                                new Operation.Subject(
                                        "Microsoft.Resources/subscriptions/resourceGroups/delete",
                                        "delete",
                                        group.id(),
                                        group.name()),
                                call);
        platform.world()
                .after(
                        java.time.Duration.ofSeconds(30),
                        "the end of a group",
                        () ->
                                platform.operations()
                                        .succeed(
                                                operation,
                                                () -> {
                                                    group.machines()
                                                            .forEach(vm -> vm.machine().discard());
                                                    subscription.remove(group);
                                                }));
        String region = platform.options().place().region();
        return Answers.begun(Answers.empty(202), operation, region, call, true);
    }

    private ArmResponse providers(Call call) throws Refusal {
        String id = platform.estate().subscription(call).id();
        return Answers.ok(
                Json.list(
                        List.of(
                                provider(id, "Microsoft.Compute"),
                                provider(id, "Microsoft.Resources"),
                                provider(id, "Microsoft.Insights"))));
    }

    private ArmResponse provider(Call call) throws Refusal {
        String id = platform.estate().subscription(call).id();
        return Answers.ok(provider(id, call.name("provider")));
    }

    private ObjectNode provider(String subscription, String namespace) {
        ObjectNode node = Json.object();
        node.put("id", "/subscriptions/" + subscription + "/providers/" + namespace);
        node.put("namespace", namespace).put("registrationState", "Registered");
        ArrayNode types = node.putArray("resourceTypes");
        if (namespace.toLowerCase(Locale.ROOT).equals("microsoft.compute")) {
            for (String type :
                    List.of(
                            "virtualMachines",
                            "virtualMachines/extensions",
                            "virtualMachineScaleSets",
                            "virtualMachineScaleSets/extensions",
                            "locations/publishers",
                            "locations/operations")) {
                ObjectNode entry = types.addObject().put("resourceType", type);
                ArrayNode locations = entry.putArray("locations");
                platform.options().place().regions().forEach(locations::add);
                ArrayNode versions = entry.putArray("apiVersions");
                Versions.LISTED.forEach(versions::add);
            }
        }
        return node;
    }
}
