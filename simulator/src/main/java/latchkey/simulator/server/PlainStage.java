package latchkey.simulator.server;

import latchkey.simulator.agent.Datacenter;
import latchkey.simulator.controlplane.ArmRequest;
import latchkey.simulator.controlplane.ControlPlane;
import latchkey.simulator.controlplane.PlatformOptions;
import latchkey.simulator.wire.PlatformConditions;
import latchkey.simulator.wire.PlatformConditions.Trouble;
import latchkey.simulator.world.Limits;
import latchkey.simulator.world.RealTime;
import latchkey.simulator.world.Seed;
import latchkey.simulator.world.World;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One healthy machine, {@code vm1}, and what may go wrong on the platform's side. */
final class PlainStage implements Stage {
    private static final Instant BEGINNING = Instant.parse("2026-10-06T07:00:00Z");

    private static final String MACHINE =
            """
            {"location":"%s","properties":{"hardwareProfile":{"vmSize":"Standard_D2s_v3"},
             "storageProfile":{"imageReference":{"publisher":"MicrosoftWindowsServer","offer":"WindowsServer","sku":"2022-datacenter","version":"latest"}},
             "osProfile":{"computerName":"vm1","adminUsername":"azureuser","adminPassword":"Correct-Horse-7"}}}\
            """;

    private final World world;
    private final ControlPlane plane;
    private final Map<String, Runnable> inForce = new LinkedHashMap<>();

    PlainStage(ServeOptions options) {
        Instant start = options.realTime() ? RealTime.begin().begun() : BEGINNING;
        this.world = new World(new Seed(options.seed()), start, Limits.ORDINARY);
        this.plane = new ControlPlane(world, new Datacenter(world), platform(options.realTime()));
        createMachine();
    }

    /** Served worlds want a token; a clock that moves by itself is not moved by polls. */
    static PlatformOptions platform(boolean realTime) {
        PlatformOptions ordinary = PlatformOptions.ordinary().signingIn();
        return realTime ? ordinary.with("pollStep", "PT0S") : ordinary;
    }

    private void createMachine() {
        PlatformOptions.Place place = plane.options().place();
        plane.handleInside(
                ArmRequest.of(
                        "PUT",
                        "/subscriptions/%s/resourceGroups/%s/providers/Microsoft.Compute/virtualMachines/vm1?api-version=2024-11-01"
                                .formatted(place.subscriptionId(), place.resourceGroup()),
                        MACHINE.formatted(place.region())));
        world.advance(Duration.ofMinutes(5));
    }

    @Override
    public World world() {
        return world;
    }

    @Override
    public ControlPlane plane() {
        return plane;
    }

    @Override
    public List<String> faults() {
        return new ArrayList<>(inForce.keySet());
    }

    @Override
    public void beginFault(String id, JsonNode parameters) throws UnknownFault {
        Trouble trouble = trouble(id);
        String machine = parameters.path("vm").asString(PlatformConditions.ALL);
        plane.conditions().begin(trouble, machine);
        inForce.put(id, () -> plane.conditions().end(trouble, machine));
    }

    private static Trouble trouble(String id) throws UnknownFault {
        for (Trouble trouble : Trouble.values()) {
            if (word(trouble).equalsIgnoreCase(id)) {
                return trouble;
            }
        }
        throw new UnknownFault("There is no fault '" + id + "'.");
    }

    private static String word(Trouble trouble) {
        return trouble.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public boolean endFault(String id) {
        Runnable ending = inForce.remove(id);
        if (ending != null) {
            ending.run();
        }
        return ending != null;
    }

    @Override
    public Optional<byte[]> bundle(String machine) {
        return Optional.empty();
    }
}
