package latchkey.simulator.controlplane;

import latchkey.simulator.wire.Cloud;
import latchkey.simulator.wire.Keys;
import latchkey.simulator.wire.PlatformConditions.Trouble;
import latchkey.simulator.wire.StatusBlob;
import latchkey.simulator.wire.UnreadableDocument;
import latchkey.simulator.wire.WireRequest;
import latchkey.simulator.wire.WireResponse;
import latchkey.simulator.world.Dice;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The platform as one machine sees it: its host's container, the goal state in force, and what came
 * back. Answers whatever the machine asks of it.
 */
final class HostSide implements Cloud {
    @Known(how = How.RECORDED, source = "settings certificates on machines; WALinuxAgent test data")
    private static final String ISSUER = "CN=Windows Azure CRP Certificate Generator";

    private final Platform platform;
    private final VirtualMachine machine;
    private final WireServer wire = new WireServer(this);
    private final HostPlugin plugin = new HostPlugin(this);
    private final BlobStores stores;
    private final Keys settingsKeys;
    private String containerId;
    private int incarnation = 1;
    private int serviceNumber;
    private String activityId;
    private @Nullable StatusBlob status;
    private @Nullable Instant statusAt;
    private @Nullable Instant healthAt;
    private Supplier<Runnable> onReport = () -> () -> {};

    HostSide(Platform platform, VirtualMachine machine) {
        this.platform = platform;
        this.machine = machine;
        Dice dice = dice();
        this.containerId = dice.guid().toString();
        this.activityId = dice.guid().toString();
        this.settingsKeys = Keys.make(ISSUER, ISSUER, platform.world().now(), dice);
        this.stores = new BlobStores(this, dice.hex(16));
    }

    /** A machine's own chance: another machine does not shift it. */
    Dice dice() {
        return platform.world().dice("host/" + machine.name());
    }

    @Override
    public WireResponse answer(WireRequest request) {
        String host = request.target().getHost();
        if (host == null) {
            return WireResponse.of(400);
        }
        if (!host.equals(HOST)) {
            return stores.answer(request);
        }
        if (platform.conditions().holds(Trouble.HOST_MAINTENANCE, machine.name())) {
            return WireResponse.text(503, "text/plain", "The service is unavailable.");
        }
        return switch (request.port()) {
            case WIRE_PORT -> wire.answer(request);
            case PLUGIN_PORT -> plugin.answer(request);
            default -> WireResponse.of(404);
        };
    }

    /** Announces a changed model: the agent sees it when it next asks. */
    void publish() {
        incarnation++;
        serviceNumber++;
        activityId = dice().guid().toString();
        platform.world()
                .tell(
                        "crp/" + machine.name(),
                        "goal-state-published",
                        "incarnation",
                        Integer.toString(incarnation),
                        "service-number",
                        Integer.toString(serviceNumber));
    }

    /** The machine comes to another host, or gives its host back: what was reported is gone. */
    void moved() {
        containerId = dice().guid().toString();
        status = null;
        statusAt = null;
        healthAt = null;
        incarnation++;
    }

    /** Takes an uploaded status, unless it gets lost here. */
    void store(String json) {
        if (platform.conditions().holds(Trouble.AGENT_STATUS_DROPPED, machine.name())) {
            platform.world().tell("storage/" + machine.name(), "status-lost");
            return;
        }
        try {
            status = StatusBlob.parse(json.strip());
            statusAt = platform.world().now();
            onReport.get().run();
        } catch (UnreadableDocument e) {
            platform.world()
                    .tell(
                            "crp/" + machine.name(),
                            "status-unreadable",
                            "because",
                            "" + e.getMessage());
        }
    }

    void health(boolean ready) {
        if (ready) {
            healthAt = platform.world().now();
            onReport.get().run();
        }
    }

    void whenReported(Runnable action) {
        onReport = () -> action;
    }

    Platform platform() {
        return platform;
    }

    VirtualMachine machine() {
        return machine;
    }

    BlobStores stores() {
        return stores;
    }

    Keys settingsKeys() {
        return settingsKeys;
    }

    String containerId() {
        return containerId;
    }

    /** Role instance, as agents show it. */
    String instanceId() {
        UUID id = machine.vmId();
        return id + "._" + machine.name();
    }

    int incarnation() {
        return incarnation;
    }

    int serviceNumber() {
        return serviceNumber;
    }

    String activityId() {
        return activityId;
    }

    /** The last status that arrived, or null. */
    @Nullable StatusBlob status() {
        return status;
    }

    /** When it arrived, or null. */
    @Nullable Instant statusAt() {
        return statusAt;
    }

    /** Whether a status came after that instant. */
    boolean heardSince(Instant instant) {
        Instant seen = statusAt;
        return seen != null && seen.isAfter(instant);
    }

    /** Whether the role said Ready since that instant. */
    boolean readySince(Instant instant) {
        Instant seen = healthAt;
        return seen != null && !seen.isBefore(instant);
    }

    boolean isStale() {
        Instant seen = statusAt;
        Instant now = platform.world().now();
        return seen != null && seen.plus(platform.options().timing().stale()).isBefore(now);
    }
}
