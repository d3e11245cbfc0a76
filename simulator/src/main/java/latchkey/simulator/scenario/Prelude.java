package latchkey.simulator.scenario;

import latchkey.simulator.agent.log.Logs;
import latchkey.simulator.scenario.client.Arm;
import latchkey.simulator.scenario.language.Phrase;
import latchkey.simulator.scenario.language.Setting;

import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a variant lets happen before the story: neighbours, an old failure, rotated logs. */
final class Prelude {
    private static final Duration A_DAY = Duration.ofHours(26);

    private final Stage stage;
    private final Order order;
    private final Setting.MachineSetting machine;

    Prelude(Stage stage, Order order) {
        this.stage = stage;
        this.order = order;
        this.machine = order.scenario().setting().machines().getFirst();
    }

    void play() {
        if (order.variant().has("neighbours")) {
            put("BGInfo", neighbour("Microsoft.Compute", "BGInfo", "2.2"));
            put(
                    "AzureMonitor",
                    neighbour("Microsoft.Azure.Monitor", "AzureMonitorWindowsAgent", "1.24"));
        }
        if (order.variant().has("stale")) {
            String admin = machine.traits().text("admin", "azureadmin");
            String password = machine.traits().text("password", "First-Door-2023");
            reset(admin, admin + "-1A", "1");
            reset(admin, password, "2");
            stage.world().advance(A_DAY);
        }
        if (order.variant().has("rotated")) {
            stage.machine(machine.name()).guest().files().rotate(Logs.FOLDER + "WaAppAgent.log");
        }
    }

    private ObjectNode neighbour(String publisher, String type, String version) {
        Map<String, String> with = new LinkedHashMap<>();
        with.put("publisher", publisher);
        with.put("type", type);
        with.put("version", version);
        with.put("settings", "{}");
        return stage.bodies().extension(new Phrase("put-extension", with, 0));
    }

    private void reset(String user, String password, String tag) {
        Map<String, String> with = new LinkedHashMap<>();
        with.put("user", user);
        with.put("password", password);
        with.put("force-rerun", tag);
        put(
                "enablevmaccess",
                stage.bodies().vmAccess(new Phrase("reset-password", with, 0), false));
    }

    /** Nobody keeps what was shown then. */
    private void put(String name, ObjectNode body) {
        Instant from = stage.world().now();
        String path = stage.extensionPath(machine.name(), name);
        Optional<Arm.Accepted> operation =
                Arm.operation(
                        stage.owner(),
                        from,
                        stage.arm().send(stage.owner(), "PUT", path, body.toString()));
        operation.ifPresent(stage.arm()::awaitQuietly);
        stage.world().advance(Stage.A_MOMENT);
    }
}
