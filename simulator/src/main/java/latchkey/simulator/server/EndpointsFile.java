package latchkey.simulator.server;

import latchkey.simulator.controlplane.Directory.Login;
import latchkey.simulator.controlplane.PlatformOptions;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** {@code endpoints.json}: everything a client must know, in the contract's names. */
final class EndpointsFile {
    private static final String NAME = "endpoints.json";

    /** The operator's own subscription, as on a stamp. */
    private static final String ADMIN_SUBSCRIPTION = "99999999-2222-4333-8444-555555555555";

    private final LivingWorld living;
    private final int port;
    private final int adminPort;

    EndpointsFile(LivingWorld living, int port, int adminPort) {
        this.living = living;
        this.port = port;
        this.adminPort = adminPort;
    }

    void write() throws IOException {
        byte[] content =
                Said.JSON
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(living.with(this::content))
                        .getBytes(StandardCharsets.UTF_8);
        TlsKeys.PrivateFile.write(living.options().directory().resolve(NAME), content);
    }

    ObjectNode content(Stage stage) {
        PlatformOptions.Place place = stage.plane().options().place();
        ObjectNode node = Said.object();
        node.put("arm", "https://localhost:" + port);
        node.put("adminArm", "https://localhost:" + adminPort);
        node.put("login", "https://localhost:" + port);
        node.put("tenantId", place.tenantId()).put("homeTenantId", place.tenantId());
        node.put("region", place.region());
        node.put("subscriptionId", place.subscriptionId());
        node.put("adminSubscriptionId", ADMIN_SUBSCRIPTION);
        node.put("resourceGroup", place.resourceGroup());
        node.set("user", login(living.user()));
        node.set("operator", login(living.operator()));
        node.putObject("cloudAdmin")
                .put("username", "AZURESTACK\\CloudAdmin")
                .put("password", living.operator().password());
        ArrayNode machines = node.putArray("vms");
        for (JsonNode machine : SimRoutes.machines(stage)) {
            ObjectNode entry = machines.addObject();
            entry.set("name", machine.get("name"));
            entry.set("resourceId", machine.get("resourceId"));
            entry.set("vnc", machine.get("vnc"));
        }
        node.putArray("ercs");
        return node.put("sim", "https://127.0.0.1:" + port + "/_sim");
    }

    private static ObjectNode login(Login login) {
        return Said.object()
                .put("clientId", login.clientId())
                .put("clientSecret", login.clientSecret())
                .put("username", login.username())
                .put("password", login.password());
    }
}
