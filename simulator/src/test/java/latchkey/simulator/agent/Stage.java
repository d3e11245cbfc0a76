package latchkey.simulator.agent;

import latchkey.simulator.agent.handler.VmAccessHandler;
import latchkey.simulator.agent.log.LogFile;
import latchkey.simulator.agent.log.LogOptions;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.wire.ExtensionStatus;
import latchkey.simulator.wire.HandlerStatus;
import latchkey.simulator.wire.MachineSpec;
import latchkey.simulator.world.Limits;
import latchkey.simulator.world.Seed;
import latchkey.simulator.world.World;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** A world with one machine and a small platform. */
final class Stage {
    static final String VERSION = "2.4.11";
    static final Duration LONG = Duration.ofMinutes(30);

    private final World world;
    private final SmallCloud cloud;
    private final VirtualMachine machine;

    Stage(String... traits) {
        this(7, traits);
    }

    Stage(long seed, String... traits) {
        world = new World(new Seed(seed), Instant.parse("2026-03-02T09:00:00Z"), Limits.ORDINARY);
        cloud = new SmallCloud(world);
        Map<String, String> named = new java.util.TreeMap<>();
        for (int i = 0; i < traits.length; i += 2) {
            named.put(traits[i], traits[i + 1]);
        }
        machine = (VirtualMachine) new Datacenter(world).place(spec(world, "vm1", named), cloud);
    }

    static MachineSpec spec(World world, String name, Map<String, String> traits) {
        return new MachineSpec(
                name,
                world.dice("vm").guid(),
                "eastus",
                "V2",
                "x64",
                new MachineSpec.Admin("azureuser", "Passw0rd-of-old"),
                new MachineSpec.Image("MicrosoftWindowsServer", "WindowsServer", "2022-datacenter"),
                traits);
    }

    /** Power is on and the agent has reported. */
    Stage ready() {
        machine.powerOn();
        if (!world.advanceUntil(() -> cloud.status().isPresent(), LONG)) {
            throw new AssertionError("no report");
        }
        return this;
    }

    /** A reset is asked for; what the handler says of it in the end. */
    ExtensionStatus reset(String open, String closed) {
        return reset(VERSION, open, closed);
    }

    ExtensionStatus reset(String version, String open, String closed) {
        int sequence = cloud.put(VmAccessHandler.NAME, version, open, closed);
        if (!world.advanceUntil(() -> isFinal(sequence), LONG)) {
            throw new AssertionError("no status: " + cloud.status() + log());
        }
        return vmAccess().extension();
    }

    private boolean isFinal(int sequence) {
        HandlerStatus status = cloud.handler(VmAccessHandler.NAME).orElse(null);
        return status != null
                && status.extension() != null
                && status.extension().sequence() == sequence
                && status.extension().isFinal();
    }

    HandlerStatus vmAccess() {
        return cloud.handler(VmAccessHandler.NAME).orElseThrow();
    }

    String log() {
        return file("C:\\WindowsAzure\\Logs\\WaAppAgent.log", LogOptions.PLAIN);
    }

    String file(String path, LogOptions options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (LogFile file : machine.logs().files()) {
            if (file.path().equals(path)) {
                try {
                    file.writeTo(out, options);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    World world() {
        return world;
    }

    SmallCloud cloud() {
        return cloud;
    }

    VirtualMachine machine() {
        return machine;
    }

    Guest guest() {
        return machine.guest();
    }
}
