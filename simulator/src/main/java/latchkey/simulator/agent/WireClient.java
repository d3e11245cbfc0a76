package latchkey.simulator.agent;

import latchkey.simulator.guest.Guest;
import latchkey.simulator.wire.Cloud;
import latchkey.simulator.wire.GoalState;
import latchkey.simulator.wire.WireRequest;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Map;

/** The agent's requests to its host and to the stores the host names. */
@Known(how = How.SPECIFIED, source = "WALinuxAgent wire.py and hostplugin.py; simulator.md 4.1")
final class WireClient {
    private static final String WIRE = "http://" + Cloud.HOST;
    private static final String PLUGIN = "http://" + Cloud.HOST + ":" + Cloud.PLUGIN_PORT;
    private static final Map<String, String> WIRE_HEADERS =
            Map.of("x-ms-agent-name", "WaAppAgent", "x-ms-version", "2012-11-30");
    private static final WireRequest GOAL_STATE =
            WireRequest.get(WIRE + "/machine/?comp=goalstate", WIRE_HEADERS);
    private static final WireRequest VERSIONS = WireRequest.get(WIRE + "/?comp=versions");
    private static final WireRequest PLUGIN_VERSIONS = WireRequest.get(PLUGIN + "/versions");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final WebRuntime runtime;

    WireClient(Guest guest) {
        this.runtime = new WebRuntime(guest);
    }

    Answer versions() {
        return runtime.send(VERSIONS);
    }

    Answer pluginVersions() {
        return runtime.send(PLUGIN_VERSIONS);
    }

    Answer goalState() {
        return runtime.send(GOAL_STATE);
    }

    Answer get(String address) {
        return runtime.send(WireRequest.get(address, WIRE_HEADERS));
    }

    Answer certificates(GoalState goal, X509Certificate transport) {
        try {
            String der = Base64.getEncoder().encodeToString(transport.getEncoded());
            Map<String, String> headers =
                    Map.of(
                            "x-ms-agent-name", "WaAppAgent",
                            "x-ms-version", "2012-11-30",
                            "x-ms-guest-agent-public-x509-cert", der,
                            "x-ms-cipher-name", "DES_EDE3_CBC");
            return runtime.send(WireRequest.get(goal.certificatesAddress(), headers));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate of ours has no encoding", e);
        }
    }

    /** A manifest or a package straight from its store. */
    Answer fetch(String address) {
        return runtime.send(WireRequest.get(address));
    }

    /** The same by way of the host. */
    Answer fetchThroughHost(GoalState goal, String address) {
        return runtime.send(
                WireRequest.get(
                        PLUGIN + "/extensionArtifact",
                        Map.of(
                                "x-ms-version",
                                "2015-09-01",
                                "x-ms-containerid",
                                goal.containerId(),
                                "x-ms-host-config-name",
                                configName(goal),
                                "x-ms-artifact-location",
                                address)));
    }

    Answer putStatus(String blob, String json) {
        return runtime.send(
                WireRequest.send(
                        "PUT",
                        blob,
                        Map.of("x-ms-blob-type", "BlockBlob", "x-ms-version", "2014-02-14"),
                        json));
    }

    Answer putStatusThroughHost(GoalState goal, String blob, String json) {
        ObjectNode body = JSON.createObjectNode();
        body.put(
                "content",
                Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8)));
        body.putArray("headers")
                .addObject()
                .put("headerName", "x-ms-blob-type")
                .put("headerValue", "BlockBlob");
        body.put("requestUri", blob);
        return runtime.send(
                WireRequest.send(
                        "PUT",
                        PLUGIN + "/status",
                        Map.of(
                                "x-ms-version",
                                "2015-09-01",
                                "x-ms-containerid",
                                goal.containerId(),
                                "x-ms-host-config-name",
                                configName(goal),
                                "Content-Type",
                                "application/json"),
                        JSON.writeValueAsString(body)));
    }

    /** Tells the host how the role does; details are for a role that is not ready. */
    Answer postHealth(GoalState goal, String state, String details) {
        String body =
                """
                <?xml version="1.0" encoding="utf-8"?>\
                <Health xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"\
                 xmlns:xsd="http://www.w3.org/2001/XMLSchema">\
                <GoalStateIncarnation>%s</GoalStateIncarnation><Container>\
                <ContainerId>%s</ContainerId><RoleInstanceList>\
                <Role><InstanceId>%s</InstanceId><Health><State>%s</State>%s</Health>\
                </Role></RoleInstanceList></Container></Health>\
                """
                        .formatted(
                                goal.incarnation(),
                                goal.containerId(),
                                goal.instanceId(),
                                state,
                                details);
        return runtime.send(
                WireRequest.send(
                        "POST",
                        WIRE + "/machine?comp=health",
                        Map.of(
                                "x-ms-agent-name", "WaAppAgent",
                                "x-ms-version", "2012-11-30",
                                "Content-Type", "text/xml;charset=utf-8"),
                        body));
    }

    private static String configName(GoalState goal) {
        return goal.configName().replaceFirst("\\.xml$", "");
    }
}
