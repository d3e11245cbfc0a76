package latchkey.simulator.scenario;

import latchkey.simulator.scenario.language.Phrase;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** Request bodies as the clients build them. */
@Known(how = How.SPECIFIED, source = "az vm user, Set-AzVMAccessExtension, template of the article")
final class Bodies {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SCHEMA =
            "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#";

    private final String location;

    Bodies(String location) {
        this.location = location;
    }

    /** A VMAccess resource; the Linux one when somebody took the wrong tool. */
    ObjectNode vmAccess(Phrase step, boolean linux) {
        ObjectNode body = JSON.createObjectNode();
        body.put("location", location);
        ObjectNode properties = body.putObject("properties");
        properties.put("publisher", linux ? "Microsoft.OSTCExtensions" : "Microsoft.Compute");
        properties.put("type", linux ? "VMAccessForLinux" : "VMAccessAgent");
        properties.put("typeHandlerVersion", step.text("version", linux ? "1.5" : "2.4"));
        properties.put("autoUpgradeMinorVersion", step.flag("auto-upgrade", true));
        step.ifSaid("force-rerun", tag -> properties.put("forceUpdateTag", tag));
        ObjectNode open = properties.putObject("settings");
        ObjectNode sealed = properties.putObject("protectedSettings");
        boolean hidden = linux || step.text("user-in", "public").equals("protected");
        ObjectNode home = hidden ? sealed : open;
        step.ifSaid("user", user -> home.put(hidden ? "username" : "UserName", user));
        step.ifSaid("password", word -> sealed.put(linux ? "password" : "Password", word));
        return body;
    }

    /** Any extension, its settings given as JSON text. */
    ObjectNode extension(Phrase step) {
        ObjectNode body = JSON.createObjectNode();
        body.put("location", location);
        ObjectNode properties = body.putObject("properties");
        properties.put("publisher", step.text("publisher"));
        properties.put("type", step.text("type"));
        properties.put("typeHandlerVersion", step.text("version"));
        properties.put("autoUpgradeMinorVersion", step.flag("auto-upgrade", true));
        step.ifSaid("settings", json -> properties.set("settings", JSON.readTree(json)));
        step.ifSaid("protected", json -> properties.set("protectedSettings", JSON.readTree(json)));
        return body;
    }

    /** A machine from the marketplace. */
    String machine(String admin, String password, String release) {
        ObjectNode body = JSON.createObjectNode();
        body.put("location", location);
        ObjectNode properties = body.putObject("properties");
        properties.putObject("hardwareProfile").put("vmSize", "Standard_D2s_v3");
        ObjectNode storage = properties.putObject("storageProfile");
        boolean server = release.startsWith("server");
        storage.putObject("imageReference")
                .put("publisher", server ? "MicrosoftWindowsServer" : "MicrosoftWindowsDesktop")
                .put("offer", server ? "WindowsServer" : release)
                .put("sku", sku(release))
                .put("version", "latest");
        storage.putObject("osDisk").put("createOption", "FromImage");
        ObjectNode profile = properties.putObject("osProfile");
        profile.put("adminUsername", admin);
        profile.put("adminPassword", password);
        profile.putObject("windowsConfiguration").put("provisionVMAgent", true);
        return body.toString();
    }

    /** A machine made from a disk as it is. */
    String attached(String disk) {
        ObjectNode body = JSON.createObjectNode();
        body.put("location", location);
        ObjectNode properties = body.putObject("properties");
        properties.putObject("hardwareProfile").put("vmSize", "Standard_D2s_v3");
        ObjectNode osDisk = properties.putObject("storageProfile").putObject("osDisk");
        osDisk.put("createOption", "Attach").put("osType", "Windows");
        osDisk.putObject("managedDisk").put("id", disk);
        return body.toString();
    }

    private static String sku(String release) {
        return release.startsWith("server-")
                ? release.substring("server-".length()) + "-datacenter-g2"
                : release.replace("windows-", "win") + "-ent";
    }

    /** A deployment of a template with one VMAccess resource, or several. */
    String deployment(String vm, Phrase step, String version) {
        List<String> names = step.list("names");
        ObjectNode body = JSON.createObjectNode();
        ObjectNode properties = body.putObject("properties");
        properties.put("mode", "Incremental");
        ObjectNode template = properties.putObject("template");
        template.put("$schema", SCHEMA);
        template.put("contentVersion", "1.0.0.0");
        ArrayNode resources = template.putArray("resources");
        Phrase versioned = step.and("version", version);
        String single = step.text("name", "enablevmaccess");
        for (String name : names.isEmpty() ? List.of(single) : names) {
            ObjectNode resource = vmAccess(versioned, false);
            resource.put("type", "Microsoft.Compute/virtualMachines/extensions");
            resource.put("apiVersion", "2023-09-01");
            resource.put("name", vm + "/" + name);
            resources.add(resource);
        }
        return body.toString();
    }
}
