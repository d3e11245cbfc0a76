package latchkey.simulator.controlplane;

import latchkey.simulator.wire.CertificateFile;
import latchkey.simulator.wire.Cloud;
import latchkey.simulator.wire.Envelope;
import latchkey.simulator.wire.ExtensionStatus;
import latchkey.simulator.wire.ExtensionsConfig;
import latchkey.simulator.wire.GoalState;
import latchkey.simulator.wire.HandlerStatus;
import latchkey.simulator.wire.Keys;
import latchkey.simulator.wire.Machine;
import latchkey.simulator.wire.MachineRoom;
import latchkey.simulator.wire.MachineSpec;
import latchkey.simulator.wire.PluginGoal;
import latchkey.simulator.wire.StatusBlob;
import latchkey.simulator.wire.UnreadableDocument;
import latchkey.simulator.wire.WireRequest;
import latchkey.simulator.wire.WireResponse;
import latchkey.simulator.world.Dice;
import latchkey.simulator.world.World;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** The smallest guest that keeps the wire's protocol, for tests of the platform alone. */
public final class FakeRoom implements MachineRoom {
    private static final Map<String, String> HEADERS = Map.of("x-ms-version", "2012-11-30");

    private final World world;
    public final List<Box> boxes = new ArrayList<>();

    public FakeRoom(World world) {
        this.world = world;
    }

    @Override
    public Machine place(MachineSpec spec, Cloud cloud) {
        Box box = new Box(spec, cloud);
        boxes.add(box);
        return box;
    }

    public Box last() {
        return boxes.getLast();
    }

    /** One machine with an agent in it. */
    public final class Box implements Machine {
        public final MachineSpec spec;
        public final Cloud cloud;
        private final Keys transport;
        public boolean up;
        public boolean agentRuns = true;
        public boolean direct = true;
        private int life;
        private int seen;
        private ExtensionsConfig known;
        public String lastSecret = "";
        public int runs;

        /** What the handler says of its settings; null for no status. */
        public BiFunction<PluginGoal, JsonNode, HandlerStatus> handler = this::succeed;

        Box(MachineSpec spec, Cloud cloud) {
            this.spec = spec;
            this.cloud = cloud;
            this.transport =
                    Keys.make("CN=transport", "CN=transport", world.now(), Dice.fixed(spec.name()));
        }

        private HandlerStatus succeed(PluginGoal goal, JsonNode settings) {
            return status(goal, "success", "Done.");
        }

        public HandlerStatus status(PluginGoal goal, String word, String message) {
            return new HandlerStatus(
                    goal.handler(),
                    goal.version(),
                    "Ready",
                    0,
                    "enabled",
                    new ExtensionStatus(
                            goal.settings().sequence(), world.now(), "Enable", word, 0, message));
        }

        @Override
        public void powerOn() {
            int mine = ++life;
            world.after(
                    Duration.ofSeconds(20),
                    "boot",
                    () -> {
                        if (mine == life) {
                            up = true;
                            loop(mine);
                        }
                    });
        }

        @Override
        public void powerOff(boolean clean) {
            life++;
            up = false;
        }

        @Override
        public boolean isUp() {
            return up;
        }

        @Override
        public void discard() {
            powerOff(false);
        }

        private void loop(int mine) {
            if (mine != life) {
                return;
            }
            if (agentRuns) {
                report();
            }
            world.after(Duration.ofSeconds(6), "agent loop", () -> loop(mine));
        }

        private void report() {
            try {
                WireResponse goalAnswer = get("http://168.63.129.16/machine/?comp=goalstate");
                if (!goalAnswer.isSuccess()) {
                    return;
                }
                GoalState goal = GoalState.parse(goalAnswer.text());
                if (known == null || seen != goal.incarnation()) {
                    seen = goal.incarnation();
                    known = ExtensionsConfig.parse(get(goal.extensionsAddress()).text());
                    for (PluginGoal plugin : known.plugins()) {
                        unseal(goal, plugin);
                    }
                }
                ExtensionsConfig config = known;
                List<HandlerStatus> handlers = new ArrayList<>();
                for (PluginGoal plugin : config.plugins()) {
                    if (plugin.state() == PluginGoal.State.ENABLED) {
                        runs++;
                        HandlerStatus status = handler.apply(plugin, settings(plugin));
                        if (status != null) {
                            handlers.add(status);
                        }
                    }
                }
                StatusBlob blob =
                        new StatusBlob(
                                world.now(),
                                new StatusBlob.Agent(
                                        "2.7.41491.1193",
                                        "Ready",
                                        "GuestAgent is running and processing the extensions."),
                                handlers,
                                new StatusBlob.Os(
                                        spec.name(),
                                        "Windows Server 2022 Datacenter",
                                        "10.0.20348"),
                                config.serviceNumber());
                upload(config, blob);
                cloud.answer(
                        WireRequest.send(
                                "POST",
                                "http://168.63.129.16/machine?comp=health",
                                HEADERS,
                                "<Health><State>Ready</State></Health>"));
            } catch (UnreadableDocument e) {
                throw new AssertionError(e);
            }
        }

        private void upload(ExtensionsConfig config, StatusBlob blob) {
            if (direct) {
                cloud.answer(WireRequest.send("PUT", config.statusBlob(), Map.of(), blob.toJson()));
                return;
            }
            String content =
                    Base64.getEncoder()
                            .encodeToString(blob.toJson().getBytes(StandardCharsets.UTF_8));
            cloud.answer(
                    WireRequest.send(
                            "PUT",
                            "http://168.63.129.16:32526/status",
                            Map.of(),
                            "{\"content\":\"%s\",\"headers\":[],\"requestUri\":\"%s\"}"
                                    .formatted(content, config.statusBlob())));
        }

        private static JsonNode settings(PluginGoal plugin) {
            return Json.MAPPER
                    .readTree(plugin.settings().json())
                    .path("runtimeSettings")
                    .get(0)
                    .path("handlerSettings");
        }

        private void unseal(GoalState goal, PluginGoal plugin) throws UnreadableDocument {
            String sealed = settings(plugin).path("protectedSettings").asString("");
            if (!sealed.isEmpty()) {
                Keys keys = CertificateFile.parse(certificates(goal)).open(transport).orElseThrow();
                lastSecret =
                        new String(
                                Envelope.open(sealed, keys).orElseThrow(), StandardCharsets.UTF_8);
            }
        }

        private String certificates(GoalState goal) {
            try {
                String der =
                        Base64.getEncoder().encodeToString(transport.certificate().getEncoded());
                return cloud.answer(
                                WireRequest.get(
                                        goal.certificatesAddress(),
                                        Map.of(
                                                "x-ms-version",
                                                "2012-11-30",
                                                "x-ms-guest-agent-public-x509-cert",
                                                der)))
                        .text();
            } catch (CertificateEncodingException e) {
                throw new AssertionError(e);
            }
        }

        public WireResponse get(String address) {
            return cloud.answer(WireRequest.get(address, HEADERS));
        }
    }
}
