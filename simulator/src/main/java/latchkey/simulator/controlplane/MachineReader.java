package latchkey.simulator.controlplane;

import latchkey.simulator.wire.MachineSpec;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Reads the body of a machine request: strictly, with the defaults the service fills in. */
final class MachineReader {
    private static final Set<String> TOP =
            Set.of(
                    "id",
                    "name",
                    "type",
                    "location",
                    "tags",
                    "properties",
                    "zones",
                    "identity",
                    "plan",
                    "extendedLocation",
                    "resources",
                    "etag",
                    "managedBy",
                    "placement");
    private static final Set<String> PROPERTIES =
            Set.of(
                    "hardwareProfile",
                    "storageProfile",
                    "additionalCapabilities",
                    "osProfile",
                    "networkProfile",
                    "securityProfile",
                    "diagnosticsProfile",
                    "availabilitySet",
                    "virtualMachineScaleSet",
                    "proximityPlacementGroup",
                    "priority",
                    "evictionPolicy",
                    "billingProfile",
                    "host",
                    "hostGroup",
                    "provisioningState",
                    "instanceView",
                    "licenseType",
                    "vmId",
                    "extensionsTimeBudget",
                    "platformFaultDomain",
                    "scheduledEventsProfile",
                    "scheduledEventsPolicy",
                    "userData",
                    "capacityReservation",
                    "applicationProfile",
                    "resiliencyProfile",
                    "timeCreated");

    private MachineReader() {}

    static void check(ObjectNode body) throws Refusal {
        for (String name : body.propertyNames()) {
            if (!TOP.contains(name)) {
                throw ExtensionReader.unknown(name, name);
            }
        }
        JsonNode properties = body.path("properties");
        if (properties.isObject()) {
            for (String name : properties.propertyNames()) {
                if (!PROPERTIES.contains(name)) {
                    throw ExtensionReader.unknown(name, "properties." + name);
                }
            }
        }
    }

    static String location(ObjectNode body) throws Refusal {
        String location = Json.text(body, "location");
        if (location == null || location.isBlank()) {
            throw new Refusal(
                    400,
                    "LocationRequired",
                    "The location property is required for this definition.");
        }
        return ExtensionReader.normal(location);
    }

    static MachineSpec spec(String name, UUID vmId, ObjectNode body) throws Refusal {
        JsonNode properties = body.path("properties");
        JsonNode image = properties.at("/storageProfile/imageReference");
        String size = properties.at("/hardwareProfile/vmSize").asString("Standard_D2s_v3");
        String sku = Json.text(image, "sku", "2022-datacenter");
        return new MachineSpec(
                name,
                vmId,
                location(body),
                sku.matches("(?i).*-(g2|gen2).*") ? "V2" : "V1",
                size.matches("(?i)standard_[a-z]+\\d+p.*") ? "Arm64" : "x64",
                Credentials.of(properties, body),
                new MachineSpec.Image(
                        Json.text(image, "publisher", "MicrosoftWindowsServer"),
                        Json.text(image, "offer", "WindowsServer"),
                        sku),
                isAttached(properties) ? Map.of("disk.specialized", "true") : Map.of());
    }

    /** A disk that is attached was a machine's own before: nothing is set up at its first start. */
    static boolean isAttached(JsonNode properties) {
        return properties
                .at("/storageProfile/osDisk/createOption")
                .asString("")
                .equalsIgnoreCase("Attach");
    }

    /** The model as it is kept: no password, defaults filled in. */
    static ObjectNode model(String name, ObjectNode body) throws Refusal {
        ObjectNode model = Json.object();
        model.put("location", location(body));
        for (String kept : new String[] {"tags", "zones", "identity", "plan"}) {
            if (body.path(kept).isObject() || body.path(kept).isArray()) {
                model.set(kept, body.get(kept));
            }
        }
        ObjectNode properties = model.putObject("properties");
        if (body.path("properties") instanceof ObjectNode given) {
            properties.setAll(given.deepCopy());
        }
        properties.remove("instanceView");
        properties.remove("provisioningState");
        properties.remove("vmId");
        properties.remove("timeCreated");
        fill(name, properties);
        return model;
    }

    private static void fill(String name, ObjectNode properties) {
        ObjectNode hardware = child(properties, "hardwareProfile");
        absent(hardware, "vmSize", "Standard_D2s_v3");
        ObjectNode disk = child(child(properties, "storageProfile"), "osDisk");
        absent(disk, "osType", "Windows");
        absent(disk, "name", name + "_OsDisk_1");
        absent(disk, "createOption", "FromImage");
        absent(disk, "caching", "ReadWrite");
        if (properties.has("osProfile")
                || !disk.path("createOption").asString("").equals("Attach")) {
            ObjectNode profile = child(properties, "osProfile");
            profile.remove("adminPassword");
            absent(profile, "computerName", name.length() > 15 ? name.substring(0, 15) : name);
            if (disk.path("osType").asString("").toLowerCase(Locale.ROOT).equals("windows")) {
                ObjectNode windows = child(profile, "windowsConfiguration");
                absent(windows, "provisionVMAgent", true);
                absent(windows, "enableAutomaticUpdates", true);
            }
            absent(profile, "allowExtensionOperations", true);
            absent(profile, "requireGuestProvisionSignal", true);
        }
        child(properties, "networkProfile").withArray("networkInterfaces");
    }

    private static ObjectNode child(ObjectNode parent, String name) {
        return parent.get(name) instanceof ObjectNode object ? object : parent.putObject(name);
    }

    private static void absent(ObjectNode parent, String name, Object value) {
        if (!parent.path(name).isMissingNode() && !parent.path(name).isNull()) {
            return;
        }
        if (value instanceof Boolean flag) {
            parent.put(name, flag);
        } else {
            parent.put(name, value.toString());
        }
    }
}
