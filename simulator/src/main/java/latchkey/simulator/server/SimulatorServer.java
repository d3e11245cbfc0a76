package latchkey.simulator.server;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;

import latchkey.simulator.controlplane.ArmRequest;
import latchkey.simulator.controlplane.ArmResponse;

import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The world's HTTPS doors on loopback: one for tenants, one for operators. */
public final class SimulatorServer implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int SECURE = 443;

    /** Azure Resource Manager's own limit of a request. */
    private static final int LARGEST_BODY = 4 * 1024 * 1024;

    /** What is read and thrown away beyond it, so that the client hears the answer. */
    private static final long DRAINED = 256L * 1024 * 1024;

    private final LivingWorld living;
    private final Javalin javalin;
    private final List<ServerConnector> connectors = new ArrayList<>();
    private final Door door;
    private final EventStream events;
    private final EndpointsFile endpoints;

    private SimulatorServer(ServeOptions options, KeyStore keys) throws UnknownScenario {
        this.living = new LivingWorld(options, Stages::open);
        SimRoutes sim = new SimRoutes(living, this::announce);
        this.door = new Door(living, sim);
        this.events = new EventStream(living);
        this.javalin = Javalin.create(config -> configure(config, keys));
        this.javalin.start();
        this.endpoints = new EndpointsFile(living, port(), adminPort());
    }

    /**
     * Starts serving.
     *
     * @throws IOException when the directory cannot be written or a port cannot be had
     * @throws UnknownScenario when there is none of that name
     */
    public static SimulatorServer start(ServeOptions options) throws IOException, UnknownScenario {
        Files.createDirectories(options.directory());
        KeyStore keys = TlsKeys.in(options.directory(), "local");
        SimulatorServer server = new SimulatorServer(options, keys);
        server.endpoints.write();
        return server;
    }

    /** The tenants' port. */
    public int port() {
        return connectors.get(0).getLocalPort();
    }

    /** The operators' port. */
    public int adminPort() {
        return connectors.get(1).getLocalPort();
    }

    @Override
    public void close() {
        events.close();
        javalin.stop();
    }

    private void announce() {
        try {
            endpoints.write();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("endpoints.json cannot be written", e);
        }
    }

    private void configure(JavalinConfig config, KeyStore keys) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.defaultContentType = "application/json";
        ServeOptions options = living.options();
        config.jetty.addConnector((server, http) -> connector(server, keys, options.port()));
        config.jetty.addConnector((server, http) -> connector(server, keys, options.adminPort()));
        for (HandlerType method :
                List.of(
                        HandlerType.GET,
                        HandlerType.PUT,
                        HandlerType.POST,
                        HandlerType.PATCH,
                        HandlerType.DELETE,
                        HandlerType.HEAD,
                        HandlerType.OPTIONS)) {
            config.routes.addHttpHandler(method, "/*", this::serve);
        }
    }

    private ServerConnector connector(Server server, KeyStore keys, int port) {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStore(keys);
        tls.setKeyStorePassword(TlsKeys.WORD);
        tls.setSniRequired(false);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSecurePort(SECURE);
        http.addCustomizer(new SecureRequestCustomizer(false));
        ServerConnector connector =
                new ServerConnector(
                        server,
                        new SslConnectionFactory(tls, "http/1.1"),
                        new HttpConnectionFactory(http));
        connector.setHost(LOOPBACK);
        connector.setPort(port);
        connectors.add(connector);
        return connector;
    }

    private void serve(Context context) throws IOException {
        Optional<String> body = body(context);
        Asked asked = asked(context, body.orElse(""));
        boolean loopback =
                context.ip().startsWith("127.")
                        || context.ip().endsWith("::1")
                        || context.ip().equals("0:0:0:0:0:0:0:1");
        if (body.isEmpty()) {
            say(
                    context,
                    Said.error(
                            413,
                            "RequestContentTooLarge",
                            "The request content size exceeds the maximum size of 4 MB."));
        } else if (asked.path().equals("/_sim/events") && Door.isOurs(asked, loopback)) {
            events.serve(context);
        } else if (asked.path().equals("/_sim/bundle") && Door.isOurs(asked, loopback)) {
            bundle(context, asked.query("vm"));
        } else {
            say(context, door.answer(asked, loopback));
        }
    }

    private void bundle(Context context, String machine) throws IOException {
        Optional<byte[]> zip = living.bundle(machine);
        if (zip.isPresent()) {
            context.status(200).contentType("application/zip").result(zip.get());
        } else {
            say(
                    context,
                    Said.error(
                            404, "NotFound", "There is no bundle of a machine '" + machine + "'."));
        }
    }

    private static void say(Context context, ArmResponse answer) {
        context.status(answer.status());
        answer.headers().forEach(context::header);
        answer.header("Content-Type").ifPresent(context::contentType);
        context.result(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    private Asked asked(Context context, String body) {
        Map<String, String> query = new TreeMap<>();
        context.queryParamMap().forEach((name, values) -> query.put(name, values.getFirst()));
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(context.headerMap());
        boolean admin = context.port() == adminPort();
        return new Asked(
                new ArmRequest(context.method().name(), context.path(), query, headers, body),
                admin);
    }

    /** The body, or nothing when it is too large. */
    private static Optional<String> body(Context context) throws IOException {
        try (InputStream in = context.req().getInputStream()) {
            byte[] bytes = in.readNBytes(LARGEST_BODY + 1);
            if (bytes.length <= LARGEST_BODY) {
                return Optional.of(new String(bytes, StandardCharsets.UTF_8));
            }
            long rest = DRAINED;
            byte[] bin = new byte[64 * 1024];
            for (int n = in.read(bin); n >= 0 && rest > 0; n = in.read(bin)) {
                rest -= n;
            }
            return Optional.empty();
        }
    }
}
