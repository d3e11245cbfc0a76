package latchkey.simulator.controlplane;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** Extension images of a region: E15. Bare arrays, with the casing of recordings. */
@Known(how = How.RECORDED, source = "session record TestVirtualMachineAccessExtension, 2016")
final class CatalogueRoutes {
    private static final String PUBLISHERS =
            "/subscriptions/{subscription}/providers/Microsoft.Compute/locations/{location}/publishers";
    private static final String TYPES = PUBLISHERS + "/{publisher}/artifacttypes/vmextension/types";
    private static final String READ = "Microsoft.Compute/locations/publishers/read";

    private final Platform platform;

    CatalogueRoutes(Platform platform) {
        this.platform = platform;
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", PUBLISHERS, READ, this::publishers),
                new Route("GET", TYPES, READ, this::types),
                new Route("GET", TYPES + "/{type}/versions", READ, this::versions),
                new Route("GET", TYPES + "/{type}/versions/{version}", READ, this::version));
    }

    private ArmResponse publishers(Call call) throws Refusal {
        String base = base(call);
        ArrayNode all = Json.array();
        platform.catalogue()
                .publishers()
                .forEach(name -> all.add(entry(call, name, base + "/Publishers/" + name)));
        return Answers.ok(all);
    }

    private ArmResponse types(Call call) throws Refusal {
        String base = base(call);
        ArrayNode all = Json.array();
        platform.catalogue().all().stream()
                .filter(image -> image.publisher().equalsIgnoreCase(call.name("publisher")))
                .forEach(image -> all.add(entry(call, image.type(), id(base, image))));
        return Answers.ok(all);
    }

    private ArmResponse versions(Call call) throws Refusal {
        String base = base(call);
        ExtensionCatalogue.Image image = image(call);
        ArrayNode all = Json.array();
        for (String version : image.versions()) {
            all.add(entry(call, version, id(base, image) + "/Versions/" + version));
        }
        return Answers.ok(all);
    }

    private ArmResponse version(Call call) throws Refusal {
        ExtensionCatalogue.Image image = image(call);
        String version = call.name("version");
        if (!image.versions().contains(version)) {
            throw new Refusal(
                    404,
                    "ArtifactVersionNotFound",
                    "No version found in the artifact repository that satisfies the requested version '%s' for VM extension with publisher '%s' and type '%s'."
                            .formatted(version, image.publisher(), image.type()));
        }
        ObjectNode entry = entry(call, version, id(base(call), image) + "/Versions/" + version);
        entry.putObject("properties")
                .put("operatingSystem", image.os())
                .put("computeRole", "IaaS")
                .put("vmScaleSetEnabled", true)
                .put("supportsMultipleExtensions", image.os().equals("Linux"));
        return Answers.ok(entry);
    }

    private ExtensionCatalogue.Image image(Call call) throws Refusal {
        return platform.catalogue()
                .find(call.name("publisher"), call.name("type"))
                .orElseThrow(
                        () ->
                                new Refusal(
                                        404,
                                        "ArtifactNotFound",
                                        "The VM extension with publisher '%s' and type '%s' could not be found."
                                                .formatted(
                                                        call.name("publisher"),
                                                        call.name("type"))));
    }

    private String base(Call call) throws Refusal {
        String id = platform.estate().subscription(call).id();
        return "/Subscriptions/"
                + id
                + "/Providers/Microsoft.Compute/Locations/"
                + call.name("location");
    }

    private static String id(String base, ExtensionCatalogue.Image image) {
        return base
                + "/Publishers/"
                + image.publisher()
                + "/ArtifactTypes/VMExtension/Types/"
                + image.type();
    }

    private static ObjectNode entry(Call call, String name, String id) {
        return Json.object()
                .put("location", ExtensionReader.normal(call.name("location")))
                .put("name", name)
                .put("id", id);
    }
}
