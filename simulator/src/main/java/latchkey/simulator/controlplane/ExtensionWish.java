package latchkey.simulator.controlplane;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody asked of an extension; what comes back on a GET.
 *
 * @param publisher such as Microsoft.Compute
 * @param type such as VMAccessAgent
 * @param requested {@code major.minor} as asked for
 * @param location normalised
 * @param tags or null
 * @param settings public ones, or null
 * @param rest further properties that are only kept and given back
 */
record ExtensionWish(
        String publisher,
        String type,
        String requested,
        String location,
        @Nullable ObjectNode tags,
        @Nullable ObjectNode settings,
        ObjectNode rest) {
    String handler() {
        return publisher + "." + type;
    }

    boolean autoUpgrade() {
        return rest.path("autoUpgradeMinorVersion").asBoolean(false);
    }

    boolean suppressesFailures() {
        return rest.path("suppressFailures").asBoolean(false);
    }

    String forceUpdateTag() {
        return Json.text(rest, "forceUpdateTag", "");
    }

    /** Whether the guest would be asked for the same. */
    boolean asksTheSame(ExtensionWish other) {
        JsonNode mine = settings == null ? Json.object() : settings;
        JsonNode its = other.settings == null ? Json.object() : other.settings;
        return mine.equals(its) && forceUpdateTag().equals(other.forceUpdateTag());
    }

    void echo(ObjectNode properties) {
        properties.put("publisher", publisher).put("type", type);
        properties.put("typeHandlerVersion", requested);
        properties.setAll(rest);
        if (settings != null) {
            properties.set("settings", settings);
        }
    }
}
