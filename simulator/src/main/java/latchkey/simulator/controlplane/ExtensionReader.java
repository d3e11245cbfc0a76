package latchkey.simulator.controlplane;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Locale;
import java.util.Set;

/** Reads the body of an extension request as the provider does: strictly. */
final class ExtensionReader {
    private static final Set<String> TOP =
            Set.of("id", "name", "type", "location", "tags", "properties");
    private static final Set<String> BOOLEANS =
            Set.of("autoUpgradeMinorVersion", "enableAutomaticUpgrade", "suppressFailures");
    private static final Set<String> KEPT =
            Set.of(
                    "forceUpdateTag",
                    "protectedSettingsFromKeyVault",
                    "provisionAfterExtensions",
                    "autoUpgradeMinorVersion",
                    "enableAutomaticUpgrade",
                    "suppressFailures");
    private static final Set<String> OTHERS =
            Set.of(
                    "publisher",
                    "type",
                    "typeHandlerVersion",
                    "settings",
                    "protectedSettings",
                    "provisioningState",
                    "instanceView");

    private ExtensionReader() {}

    /** A full replacement. */
    static ExtensionWish put(ObjectNode body, VirtualMachine machine) throws Refusal {
        String location = Json.text(body, "location");
        if (location == null || location.isBlank()) {
            throw new Refusal(
                    400,
                    "LocationRequired",
                    "The location property is required for this definition.");
        }
        String region = normal(location);
        if (!region.equals(machine.location())) {
            throw new Refusal(
                    400,
                    ArmError.of(
                                    "InvalidParameter",
                                    "The location of the extension '"
                                            + region
                                            + "' must be that of its virtual machine '"
                                            + machine.location()
                                            + "'.")
                            .about("location"));
        }
        return whole(body, region);
    }

    /** The same for what has no location of its own. */
    static ExtensionWish whole(ObjectNode body, String location) throws Refusal {
        ObjectNode properties = properties(body);
        return new ExtensionWish(
                required(properties, "publisher"),
                required(properties, "type"),
                required(properties, "typeHandlerVersion"),
                location,
                object(body, "tags"),
                object(properties, "settings"),
                rest(properties, Json.object()));
    }

    /** What is absent keeps its value; settings and tags are replaced as a whole. */
    static ExtensionWish patch(ObjectNode body, ExtensionWish old) throws Refusal {
        ObjectNode properties =
                body.path("properties").isObject() || body.has("properties")
                        ? properties(body)
                        : checked(body, Json.object());
        ObjectNode settings = object(properties, "settings");
        ObjectNode tags = object(body, "tags");
        return new ExtensionWish(
                optional(properties, "publisher", old.publisher()),
                optional(properties, "type", old.type()),
                optional(properties, "typeHandlerVersion", old.requested()),
                old.location(),
                tags == null ? old.tags() : tags,
                settings == null ? old.settings() : settings,
                rest(properties, old.rest().deepCopy()));
    }

    static String normal(String location) {
        return location.replace(" ", "").toLowerCase(Locale.ROOT);
    }

    private static ObjectNode properties(ObjectNode body) throws Refusal {
        if (!(body.path("properties") instanceof ObjectNode properties)) {
            throw missing("properties");
        }
        return checked(body, properties);
    }

    private static ObjectNode checked(ObjectNode body, ObjectNode properties) throws Refusal {
        for (String name : body.propertyNames()) {
            if (!TOP.contains(name)) {
                throw unknown(name, name);
            }
        }
        for (String name : properties.propertyNames()) {
            if (!KEPT.contains(name) && !OTHERS.contains(name)) {
                throw unknown(name, "properties." + name);
            }
        }
        object(properties, "protectedSettings");
        return properties;
    }

    private static ObjectNode rest(ObjectNode properties, ObjectNode into) throws Refusal {
        for (String name : properties.propertyNames()) {
            JsonNode value = properties.get(name);
            if (!KEPT.contains(name) || value.isNull()) {
                continue;
            }
            if (BOOLEANS.contains(name) && !value.isBoolean()) {
                throw new Refusal(
                        400,
                        "InvalidRequestContent",
                        "The request content was invalid and could not be deserialized: 'Could not"
                                + " convert to boolean: "
                                + value.asString()
                                + ". Path 'properties."
                                + name
                                + "''.");
            }
            into.set(name, value);
        }
        return into;
    }

    private static String required(ObjectNode properties, String name) throws Refusal {
        String found = optional(properties, name, "");
        if (found.isEmpty()) {
            throw missing(name);
        }
        return found;
    }

    private static String optional(ObjectNode properties, String name, String otherwise) {
        JsonNode node = properties.path(name);
        return node.isString() || node.isNumber() ? node.asString() : otherwise;
    }

    private static @Nullable ObjectNode object(ObjectNode parent, String name) throws Refusal {
        JsonNode node = parent.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new Refusal(
                400,
                "InvalidRequestContent",
                "The request content was invalid and could not be deserialized: 'Error converting"
                        + " value to an object. Path '"
                        + name
                        + "''.");
    }

    private static Refusal missing(String name) {
        return new Refusal(
                400,
                ArmError.of(
                                "InvalidParameter",
                                "Required parameter '" + name + "' is missing (null).")
                        .about(name));
    }

    static Refusal unknown(String name, String path) {
        return new Refusal(
                400,
                ArmError.of(
                                "BadRequest",
                                "Could not find member '"
                                        + name
                                        + "' on object of type 'ResourceDefinition'. Path '"
                                        + path
                                        + "'.")
                        .about(path));
    }
}
