package latchkey.simulator.controlplane;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Scale sets and their extensions: E14. */
final class ScaleSetRoutes {
    private static final String LIST =
            Route.GROUP + "/providers/Microsoft.Compute/virtualMachineScaleSets";
    private static final String SET = LIST + "/{set}";
    private static final String ONE = SET + "/extensions/{extension}";
    private static final String INSTANCE = SET + "/virtualMachines/{instance}";
    private static final String ACTION = "Microsoft.Compute/virtualMachineScaleSets/";

    private final Platform platform;
    private final ScaleSetWork work;
    private final ExtensionChecks checks;

    ScaleSetRoutes(Platform platform, ExtensionWork extensions) {
        this.platform = platform;
        this.work = new ScaleSetWork(platform, extensions);
        this.checks = new ExtensionChecks(platform);
    }

    List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        routes.add(new Route("PUT", SET, ACTION + "write", this::put));
        routes.add(new Route("PATCH", SET, ACTION + "write", this::put));
        routes.add(new Route("GET", SET, ACTION + "read", this::get));
        routes.add(new Route("GET", LIST, ACTION + "read", this::list));
        routes.add(new Route("DELETE", SET, ACTION + "delete", this::delete));
        routes.add(
                new Route(
                        "POST",
                        SET + "/manualupgrade",
                        ACTION + "manualUpgrade/action",
                        this::upgrade));
        routes.add(new Route("GET", SET + "/virtualMachines", ACTION + "read", this::instances));
        routes.add(new Route("GET", INSTANCE, ACTION + "read", this::instance));
        routes.add(new Route("GET", INSTANCE + "/instanceView", ACTION + "read", this::view));
        routes.add(new Route("PUT", ONE, ACTION + "extensions/write", this::putPart));
        routes.add(new Route("PATCH", ONE, ACTION + "extensions/write", this::patchPart));
        routes.add(new Route("GET", ONE, ACTION + "extensions/read", this::getPart));
        routes.add(new Route("GET", SET + "/extensions", ACTION + "extensions/read", this::parts));
        routes.add(new Route("DELETE", ONE, ACTION + "extensions/delete", this::deletePart));
        return routes;
    }

    private ScaleSet find(Call call) throws Refusal {
        ResourceGroup group = platform.estate().group(call);
        return group.scaleSet(call.name("set"))
                .orElseThrow(
                        () -> Estate.absent("virtualMachineScaleSets/" + call.name("set"), group));
    }

    private ArmResponse put(Call call) throws Refusal {
        ResourceGroup group = platform.estate().group(call);
        ObjectNode body = call.body();
        Optional<ScaleSet> existing = group.scaleSet(call.name("set"));
        if (existing.isEmpty()) {
            return call.request().method().equals("PUT") ? create(group, call, body) : noSet(call);
        }
        ScaleSet set = existing.get();
        boolean parts = readParts(set, body);
        ObjectNode model = set.model().deepCopy();
        for (String name : new String[] {"tags", "sku"}) {
            if (body.path(name).isObject()) {
                model.set(name, body.get(name));
            }
        }
        JsonNode policy = body.path("properties").path("upgradePolicy");
        if (policy.isObject()) {
            model.withObject("properties").set("upgradePolicy", policy);
        }
        set.remodel(model);
        Operation operation = parts ? work.changed(set, call) : work.begin(set, "write", call);
        if (!parts) {
            work.soon(operation);
        }
        return Answers.begun(
                Answers.json(200, set.toJson()), operation, set.location(), call, false);
    }

    private ArmResponse noSet(Call call) throws Refusal {
        return Answers.ok(find(call).toJson());
    }

    private ArmResponse create(ResourceGroup group, Call call, ObjectNode body) throws Refusal {
        ObjectNode model = Json.object().put("location", MachineReader.location(body));
        for (String name : new String[] {"tags", "sku", "properties"}) {
            if (body.path(name).isObject()) {
                model.set(name, body.get(name).deepCopy());
            }
        }
        ObjectNode profile = model.withObject("properties").withObject("virtualMachineProfile");
        profile.withObject("osProfile").remove("adminPassword");
        profile.remove("extensionProfile");
        ScaleSet set =
                new ScaleSet(
                        group.id()
                                + "/providers/Microsoft.Compute/virtualMachineScaleSets/"
                                + call.name("set"),
                        call.name("set"),
                        model);
        readParts(set, body);
        Operation operation = work.create(set, call, body);
        group.add(set);
        return Answers.begun(
                Answers.json(201, set.toJson()), operation, set.location(), call, false);
    }

    /** Extensions that come with the profile replace those of the model. */
    private boolean readParts(ScaleSet set, ObjectNode body) throws Refusal {
        JsonNode list = body.at("/properties/virtualMachineProfile/extensionProfile/extensions");
        if (!list.isArray()) {
            return false;
        }
        List<ScaleSet.Part> parts = new ArrayList<>();
        for (JsonNode entry : list) {
            if (entry instanceof ObjectNode one) {
                parts.add(part(set, one.path("name").asString(""), one));
            }
        }
        List.copyOf(set.parts()).forEach(set::remove);
        parts.forEach(set::put);
        return true;
    }

    private ScaleSet.Part part(ScaleSet set, String name, ObjectNode body) throws Refusal {
        ExtensionWish wish = ExtensionReader.whole(body, set.location());
        for (ScaleSet.Part other : set.parts()) {
            if (!other.name().equalsIgnoreCase(name)
                    && other.wish().handler().equalsIgnoreCase(wish.handler())) {
                throw ExtensionChecks.multiple(other.name(), wish.handler());
            }
        }
        return new ScaleSet.Part(
                name,
                wish,
                checks.resolved(set.name(), wish),
                body.path("properties").path("protectedSettings"));
    }

    private ArmResponse get(Call call) throws Refusal {
        return Answers.ok(find(call).toJson());
    }

    private ArmResponse list(Call call) throws Refusal {
        return Answers.ok(
                Json.list(
                        platform.estate().group(call).scaleSets().stream()
                                .map(ScaleSet::toJson)
                                .toList()));
    }

    private ArmResponse delete(Call call) throws Refusal {
        ResourceGroup group = platform.estate().group(call);
        Optional<ScaleSet> set = group.scaleSet(call.name("set"));
        if (set.isEmpty()) {
            return Answers.empty(204);
        }
        Operation operation = work.begin(set.get(), "delete", call);
        set.get().instances().forEach(instance -> instance.machine().discard());
        group.remove(set.get());
        work.soon(operation);
        return Answers.begun(Answers.empty(202), operation, set.get().location(), call, true);
    }

    private ArmResponse upgrade(Call call) throws Refusal {
        ScaleSet set = find(call);
        List<String> wanted = new ArrayList<>();
        call.body().path("instanceIds").forEach(id -> wanted.add(id.asString()));
        List<VirtualMachine> chosen =
                IntStream.range(0, set.instances().size())
                        .filter(
                                number ->
                                        wanted.contains("*")
                                                || wanted.contains(Integer.toString(number)))
                        .mapToObj(set.instances()::get)
                        .toList();
        Operation operation = work.begin(set, "manualUpgrade/action", call);
        work.upgrade(set, chosen, operation, call);
        return Answers.begun(Answers.empty(202), operation, set.location(), call, true);
    }

    private ArmResponse instances(Call call) throws Refusal {
        ScaleSet set = find(call);
        return Answers.ok(
                Json.list(
                        IntStream.range(0, set.instances().size()).mapToObj(set::shown).toList()));
    }

    private ArmResponse instance(Call call) throws Refusal {
        ScaleSet set = find(call);
        return Answers.ok(set.shown(number(set, call)));
    }

    private ArmResponse view(Call call) throws Refusal {
        ScaleSet set = find(call);
        VirtualMachine instance = set.instances().get(number(set, call));
        return Answers.ok(InstanceView.of(instance, platform.world().now()));
    }

    private int number(ScaleSet set, Call call) throws Refusal {
        String asked = call.name("instance");
        if (asked.matches("\\d{1,4}") && Integer.parseInt(asked) < set.instances().size()) {
            return Integer.parseInt(asked);
        }
        throw new Refusal(
                404,
                "NotFound",
                "The entity '" + asked + "' was not found in scale set '" + set.name() + "'.");
    }

    private ArmResponse putPart(Call call) throws Refusal {
        ScaleSet set = find(call);
        String name = call.name("extension");
        boolean isNew = set.part(name).isEmpty();
        ScaleSet.Part part = part(set, name, call.body());
        return changed(set, part, isNew ? 201 : 200, call);
    }

    private ArmResponse patchPart(Call call) throws Refusal {
        ScaleSet set = find(call);
        ScaleSet.Part old = findPart(set, call);
        ObjectNode body = call.body();
        ExtensionWish wish = ExtensionReader.patch(body, old.wish());
        JsonNode secret = body.path("properties").path("protectedSettings");
        return changed(
                set,
                new ScaleSet.Part(
                        old.name(),
                        wish,
                        checks.resolved(set.name(), wish),
                        secret.isObject() ? secret : old.secret()),
                200,
                call);
    }

    private ArmResponse changed(ScaleSet set, ScaleSet.Part part, int status, Call call) {
        set.put(part);
        Operation operation = work.changed(set, call);
        String word = status == 201 ? "Creating" : "Updating";
        return Answers.begun(
                Answers.json(status, set.shown(part, word)),
                operation,
                set.location(),
                call,
                false);
    }

    private ArmResponse getPart(Call call) throws Refusal {
        ScaleSet set = find(call);
        return Answers.ok(set.shown(findPart(set, call), "Succeeded"));
    }

    private ArmResponse parts(Call call) throws Refusal {
        ScaleSet set = find(call);
        return Answers.ok(
                Json.list(set.parts().stream().map(part -> set.shown(part, "Succeeded")).toList()));
    }

    private ArmResponse deletePart(Call call) throws Refusal {
        ScaleSet set = find(call);
        Optional<ScaleSet.Part> part = set.part(call.name("extension"));
        if (part.isEmpty()) {
            return Answers.empty(204);
        }
        set.remove(part.get());
        Operation operation = work.changed(set, call);
        return Answers.begun(Answers.empty(202), operation, set.location(), call, true);
    }

    private static ScaleSet.Part findPart(ScaleSet set, Call call) throws Refusal {
        String name = call.name("extension");
        return set.part(name)
                .orElseThrow(
                        () ->
                                new Refusal(
                                        404,
                                        "ResourceNotFound",
                                        "The Resource 'Microsoft.Compute/virtualMachineScaleSets/%s/extensions/%s' under resource group '%s' was not found."
                                                .formatted(set.name(), name, call.name("group"))));
    }
}
