package latchkey.simulator.controlplane;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Answers in the shapes clients know. */
final class Answers {
    static final Map<String, String> JSON =
            Map.of("Content-Type", "application/json; charset=utf-8");

    private Answers() {}

    static ArmResponse ok(JsonNode body) {
        return json(200, body);
    }

    static ArmResponse json(int status, JsonNode body) {
        return new ArmResponse(status, JSON, Json.text(body));
    }

    static ArmResponse empty(int status) {
        return new ArmResponse(status, Map.of(), "");
    }

    static ArmResponse of(Refusal refusal) {
        return json(refusal.status(), refusal.error().envelope());
    }

    /**
     * The first answer of a long-running operation.
     *
     * @param location whether a {@code Location} belongs to it, as with DELETE and POST
     */
    @Known(how = How.RECORDED, source = "az recording test_vm_extension.yaml, CLI 2.80")
    static ArmResponse begun(
            ArmResponse first, Operation operation, String region, Call call, boolean location) {
        String[] parts = operation.subject().resourceId().split("/");
        String address =
                "%s/subscriptions/%s/providers/Microsoft.Compute/locations/%s/operations/%s?p=%s&api-version=%s"
                        .formatted(
                                call.origin(),
                                parts.length > 2 ? parts[2] : "",
                                region,
                                operation.id(),
                                call.requestId(),
                                call.apiVersion());
        Map<String, String> headers = new LinkedHashMap<>(first.headers());
        headers.put("Azure-AsyncOperation", address);
        headers.put("Azure-AsyncNotification", "Enabled");
        headers.put(
                "x-ms-operation-identifier", "tenantId=,objectId=,operationId=" + operation.id());
        headers.put("x-ms-request-id", operation.id());
        if (location) {
            headers.put("Location", address + "&monitor=true");
        }
        return new ArmResponse(first.status(), headers, first.body());
    }

    static ArmResponse waiting(ArmResponse answer, Optional<Duration> retryAfter) {
        return retryAfter
                .map(wait -> answer.with(Map.of("Retry-After", Long.toString(wait.toSeconds()))))
                .orElse(answer);
    }
}
