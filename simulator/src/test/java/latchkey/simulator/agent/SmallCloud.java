package latchkey.simulator.agent;

import latchkey.simulator.wire.CertificateFile;
import latchkey.simulator.wire.Cloud;
import latchkey.simulator.wire.Envelope;
import latchkey.simulator.wire.ExtensionsConfig;
import latchkey.simulator.wire.GoalState;
import latchkey.simulator.wire.HandlerStatus;
import latchkey.simulator.wire.Keys;
import latchkey.simulator.wire.PluginGoal;
import latchkey.simulator.wire.StatusBlob;
import latchkey.simulator.wire.UnreadableDocument;
import latchkey.simulator.wire.WireRequest;
import latchkey.simulator.wire.WireResponse;
import latchkey.simulator.world.World;

import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The platform as one machine sees it, just enough to run an agent against. */
final class SmallCloud implements Cloud {
    private static final String BLOB = "https://store.blob.core.windows.net/$system/vm.status";
    private static final String STORE = "https://packages.blob.core.windows.net/";

    private final World world;
    private final Keys settingsKeys;
    private final Map<String, PluginGoal> plugins = new LinkedHashMap<>();
    private final List<String> health = new ArrayList<>();
    private final String container;
    private int incarnation = 1;
    private int serviceNumber;
    private String goalState = "";
    private int asked;
    private String statusJson = "";
    private int uploads;

    SmallCloud(World world) {
        this.world = world;
        this.settingsKeys =
                Keys.make(
                        "CN=settings",
                        "CN=Windows Azure CRP Certificate Generator",
                        world.now(),
                        world.dice("cloud"));
        this.container = world.dice("cloud").guid().toString();
        renew();
    }

    /** Asks for a handler with settings; the number is one more than the last of it. */
    int put(String handler, String version, String open, String closed) {
        PluginGoal former = plugins.get(handler);
        int sequence = former == null ? 0 : former.settings().sequence() + 1;
        return put(handler, version, sequence, json(open, closed));
    }

    private int put(String handler, String version, int sequence, String json) {
        plugins.put(
                handler,
                new PluginGoal(
                        handler,
                        version,
                        STORE + handler + "_manifest.xml",
                        PluginGoal.State.ENABLED,
                        true,
                        new PluginGoal.Settings(sequence, json)));
        incarnation++;
        serviceNumber++;
        renew();
        return sequence;
    }

    void remove(String handler) {
        PluginGoal goal = plugins.get(handler);
        plugins.put(
                handler,
                new PluginGoal(
                        handler,
                        goal.version(),
                        goal.location(),
                        PluginGoal.State.UNINSTALL,
                        true,
                        goal.settings()));
        incarnation++;
        serviceNumber++;
        renew();
    }

    /** The platform sends the goal state anew, as a reapply does. */
    void reapply() {
        incarnation++;
        renew();
    }

    private String json(String open, String closed) {
        if (closed.isEmpty()) {
            return "{\"runtimeSettings\":[{\"handlerSettings\":{\"publicSettings\":%s}}]}"
                    .formatted(open);
        }
        String sealed =
                Envelope.seal(
                        closed.getBytes(StandardCharsets.UTF_8),
                        settingsKeys.certificate(),
                        world.dice("cloud").forLibraries());
        return ("{\"runtimeSettings\":[{\"handlerSettings\":{\"protectedSettingsCertThumbprint\":\"%s\","
                    + "\"protectedSettings\":\"%s\",\"publicSettings\":%s}}]}")
                .formatted(settingsKeys.thumbprint(), sealed, open);
    }

    private void renew() {
        goalState = goal().toXml();
    }

    private GoalState goal() {
        return new GoalState(incarnation, container, "_vm1", "c.5.c.5._vm1.1.xml");
    }

    String thumbprint() {
        return settingsKeys.thumbprint();
    }

    int asked() {
        return asked;
    }

    int uploads() {
        return uploads;
    }

    List<String> health() {
        return health;
    }

    Optional<StatusBlob> status() {
        try {
            return statusJson.isEmpty()
                    ? Optional.empty()
                    : Optional.of(StatusBlob.parse(statusJson));
        } catch (UnreadableDocument e) {
            throw new IllegalStateException(e);
        }
    }

    Optional<HandlerStatus> handler(String name) {
        return status().stream()
                .flatMap(status -> status.handlers().stream())
                .filter(handler -> handler.handler().equals(name))
                .findFirst();
    }

    @Override
    public WireResponse answer(WireRequest request) {
        String query = request.target().toString();
        if (query.contains("comp=goalstate")) {
            asked++;
            return WireResponse.text(200, "text/xml", goalState);
        }
        if (query.contains("extensionsConfig")) {
            var config =
                    new ExtensionsConfig(
                            incarnation,
                            BLOB,
                            List.copyOf(plugins.values()),
                            serviceNumber,
                            "00000000-0000-0000-0000-000000000000");
            return WireResponse.text(200, "text/xml", config.toXml());
        }
        if (query.contains("comp=certificates")) {
            return certificates(request);
        }
        if (query.contains("comp=health")) {
            health.add(request.text());
            return WireResponse.of(200);
        }
        if (query.contains("comp=versions") || query.endsWith("/versions")) {
            return WireResponse.text(200, "text/plain", "[\"2015-09-01\"]");
        }
        return store(request, query);
    }

    private WireResponse store(WireRequest request, String query) {
        if (query.equals(BLOB)) {
            return upload(request.text());
        }
        if (query.endsWith(":32526/status")) {
            var body = JsonMapper.builder().build().readTree(request.text());
            byte[] content = Base64.getDecoder().decode(body.path("content").asString(""));
            return upload(new String(content, StandardCharsets.UTF_8));
        }
        String address =
                query.endsWith("/extensionArtifact")
                        ? request.headers().getOrDefault("x-ms-artifact-location", "")
                        : query;
        if (address.endsWith("_manifest.xml")) {
            String handler =
                    address.substring(STORE.length(), address.length() - "_manifest.xml".length());
            String version = plugins.get(handler).version();
            return WireResponse.text(
                    200,
                    "text/xml",
                    "<PluginVersionManifest><Plugins><Plugin><Version>%s</Version><Uris><Uri>%s</Uri></Uris></Plugin></Plugins></PluginVersionManifest>"
                            .formatted(version, STORE + handler + "__" + version + ".zip"));
        }
        return address.endsWith(".zip")
                ? new WireResponse(200, Map.of(), new byte[] {'P', 'K', 3, 4})
                : WireResponse.of(404);
    }

    private WireResponse upload(String json) {
        statusJson = json;
        uploads++;
        return WireResponse.of(201);
    }

    private WireResponse certificates(WireRequest request) {
        try {
            byte[] der =
                    Base64.getDecoder()
                            .decode(request.headers().get("x-ms-guest-agent-public-x509-cert"));
            X509Certificate transport =
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509")
                                    .generateCertificate(new ByteArrayInputStream(der));
            var file =
                    CertificateFile.of(
                            incarnation,
                            settingsKeys,
                            transport,
                            world.dice("cloud").forLibraries());
            return WireResponse.text(200, "text/xml", file.toXml());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
