package latchkey.simulator.controlplane;

import latchkey.simulator.wire.CertificateFile;
import latchkey.simulator.wire.ExtensionsConfig;
import latchkey.simulator.wire.GoalState;
import latchkey.simulator.wire.PluginGoal;
import latchkey.simulator.wire.WireRequest;
import latchkey.simulator.wire.WireResponse;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Port 80 of the host: goal state and what it points to. */
@Known(how = How.SPECIFIED, source = "WALinuxAgent wire.py; simulator.md 4.1")
final class WireServer {
    private static final String XML = "text/xml; charset=utf-8";

    private final HostSide host;
    private @Nullable WireResponse lastTold;
    private String lastKey = "";

    WireServer(HostSide host) {
        this.host = host;
    }

    WireResponse answer(WireRequest request) {
        String path = request.target().getPath();
        String query = request.target().getQuery() == null ? "" : request.target().getQuery();
        String component = parameter(query, "comp");
        if (path.startsWith("/machine") && !component.equals("health")) {
            if (!request.headers().containsKey("x-ms-version")) {
                return WireResponse.text(
                        400,
                        XML,
                        "<?xml version=\"1.0\"?><Error><Code>MissingVersion</Code></Error>");
            }
        }
        if (request.method().equals("POST")) {
            return post(component, request);
        }
        return switch (component) {
            case "versions" -> WireResponse.text(200, XML, VERSIONS);
            case "goalstate" -> told();
            case "config" -> ofContainer(path, () -> config(parameter(query, "type")));
            case "certificates" -> ofContainer(path, () -> certificates(request));
            default -> WireResponse.of(404);
        };
    }

    private WireResponse post(String component, WireRequest request) {
        return switch (component) {
            case "health" -> {
                host.health(request.text().contains("<State>Ready</State>"));
                yield WireResponse.of(200);
            }
            case "roleProperties" -> WireResponse.of(202);
            case "telemetrydata" -> WireResponse.of(200);
            default -> WireResponse.of(404);
        };
    }

    private interface Answering {
        WireResponse answer();
    }

    /** A container that is no longer this host's is gone. */
    private WireResponse ofContainer(String path, Answering answering) {
        return path.toLowerCase(Locale.ROOT).contains(host.containerId())
                ? answering.answer()
                : WireResponse.of(410);
    }

    /** Every agent asks every few seconds, and mostly nothing is new. */
    private WireResponse told() {
        String key = host.incarnation() + " " + host.containerId();
        WireResponse known = lastTold;
        if (known == null || !key.equals(lastKey)) {
            known = WireResponse.text(200, XML, goalState().toXml());
            lastTold = known;
            lastKey = key;
        }
        return known;
    }

    private GoalState goalState() {
        return new GoalState(
                host.incarnation(),
                host.containerId(),
                host.instanceId(),
                host.machine().vmId()
                        + ".0."
                        + host.machine().vmId()
                        + ".0._"
                        + host.machine().name()
                        + ".1.xml");
    }

    private WireResponse config(String type) {
        return switch (type) {
            case "extensionsConfig" -> WireResponse.text(200, XML, extensions().toXml());
            case "hostingEnvironmentConfig", "sharedConfig", "fullConfig" ->
                    WireResponse.text(
                            200,
                            XML,
                            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<"
                                    + type
                                    + " version=\"1.0.0.0\"><Incarnation number=\""
                                    + host.incarnation()
                                    + "\" instance=\""
                                    + host.instanceId()
                                    + "\" /></"
                                    + type
                                    + ">\n");
            default -> WireResponse.of(404);
        };
    }

    private ExtensionsConfig extensions() {
        List<PluginGoal> plugins =
                host.machine().extensions().stream()
                        .map(extension -> extension.goal(host.stores().manifestOf(extension)))
                        .toList();
        return new ExtensionsConfig(
                host.incarnation(),
                host.stores().statusBlob(),
                plugins,
                host.serviceNumber(),
                host.activityId());
    }

    private WireResponse certificates(WireRequest request) {
        String given = request.headers().get("x-ms-guest-agent-public-x509-cert");
        if (given == null) {
            return WireResponse.of(400);
        }
        try {
            byte[] der = Base64.getDecoder().decode(given.strip());
            X509Certificate transport =
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509")
                                    .generateCertificate(new ByteArrayInputStream(der));
            return WireResponse.text(
                    200,
                    XML,
                    CertificateFile.of(
                                    host.incarnation(),
                                    host.settingsKeys(),
                                    transport,
                                    host.dice().forLibraries())
                            .toXml());
        } catch (CertificateException | IllegalArgumentException e) {
            return WireResponse.of(400);
        }
    }

    private static String parameter(String query, String name) {
        for (String pair : query.split("&")) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        return "";
    }

    private static final String VERSIONS =
            """
            <?xml version="1.0" encoding="utf-8"?>
            <Versions><Preferred><Version>2015-04-05</Version></Preferred>
            <Supported><Version>2015-04-05</Version><Version>2012-11-30</Version>
            <Version>2010-12-15</Version></Supported></Versions>
            """;
}
