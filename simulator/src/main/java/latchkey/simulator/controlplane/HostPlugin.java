package latchkey.simulator.controlplane;

import latchkey.simulator.wire.WireRequest;
import latchkey.simulator.wire.WireResponse;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Port 32526 of the host: the other way for status and packages. */
@Known(how = How.SPECIFIED, source = "WALinuxAgent hostplugin.py; simulator.md 4.1")
final class HostPlugin {
    private final HostSide host;

    HostPlugin(HostSide host) {
        this.host = host;
    }

    WireResponse answer(WireRequest request) {
        return switch (request.method() + " " + request.target().getPath()) {
            case "GET /versions" ->
                    WireResponse.text(
                            200,
                            "application/json",
                            "[\"2015-09-01\",\"2018-09-24\",\"2020-10-01\"]");
            case "GET /health" -> WireResponse.of(200);
            case "GET /vmSettings" -> WireResponse.of(404);
            case "GET /extensionArtifact" -> artifact(request);
            case "PUT /status" -> status(request);
            case "PUT /vmAgentLog" -> WireResponse.of(200);
            default -> WireResponse.of(404);
        };
    }

    private WireResponse artifact(WireRequest request) {
        String location = request.headers().get("x-ms-artifact-location");
        if (location == null || isForeign(request)) {
            return WireResponse.of(location == null ? 400 : 410);
        }
        return host.stores().answer(WireRequest.get(location));
    }

    private WireResponse status(WireRequest request) {
        if (isForeign(request)) {
            return WireResponse.of(410);
        }
        try {
            JsonNode body = Json.MAPPER.readTree(request.text());
            String json =
                    new String(
                            Base64.getDecoder().decode(body.path("content").asString("")),
                            StandardCharsets.UTF_8);
            URI blob = URI.create(body.path("requestUri").asString(""));
            WireRequest put =
                    new WireRequest(
                            "PUT", blob, request.headers(), json.getBytes(StandardCharsets.UTF_8));
            return host.stores().answer(put).isSuccess()
                    ? WireResponse.of(200)
                    : WireResponse.of(502);
        } catch (JacksonException | IllegalArgumentException e) {
            return WireResponse.of(400);
        }
    }

    private boolean isForeign(WireRequest request) {
        String container = request.headers().get("x-ms-containerid");
        return container != null && !container.equalsIgnoreCase(host.containerId());
    }
}
