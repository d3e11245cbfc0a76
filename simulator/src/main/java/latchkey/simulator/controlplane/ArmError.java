package latchkey.simulator.controlplane;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/**
 * An error as Azure words it, synchronous or inside a failed operation.
 *
 * @param code the outer code
 * @param message verbatim
 * @param target the property it is about, if any
 * @param internal {@code innererror.internalErrorCode}, if any
 * @param details inner errors
 */
@Known(how = How.RECORDED, source = "error bodies of public reports; VMAccess article 02/25/2025")
record ArmError(
        String code,
        String message,
        @Nullable String target,
        @Nullable String internal,
        List<ArmError> details) {
    static ArmError of(String code, String message) {
        return new ArmError(code, message, null, null, List.of());
    }

    ArmError about(String property) {
        return new ArmError(code, message, property, internal, details);
    }

    ArmError inner(String internalCode) {
        return new ArmError(code, message, target, internalCode, details);
    }

    ArmError holding(ArmError detail) {
        return new ArmError(code, message, target, internal, List.of(detail));
    }

    ObjectNode toJson() {
        ObjectNode node = Json.object();
        if (internal != null) {
            node.putObject("innererror").put("internalErrorCode", internal);
        }
        node.put("code", code).put("message", message);
        if (target != null) {
            node.put("target", target);
        }
        if (!details.isEmpty()) {
            ArrayNode array = node.putArray("details");
            details.forEach(detail -> array.add(detail.toJson()));
        }
        return node;
    }

    ObjectNode envelope() {
        ObjectNode node = Json.object();
        node.set("error", toJson());
        return node;
    }
}
