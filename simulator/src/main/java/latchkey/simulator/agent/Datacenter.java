package latchkey.simulator.agent;

import latchkey.simulator.wire.Cloud;
import latchkey.simulator.wire.Machine;
import latchkey.simulator.wire.MachineRoom;
import latchkey.simulator.wire.MachineSpec;
import latchkey.simulator.world.World;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Hosts with machines on them. */
public final class Datacenter implements MachineRoom {
    private final World world;
    private final AgentPace pace;
    private final Map<UUID, VirtualMachine> machines = new LinkedHashMap<>();

    /** An empty one, with the ordinary pace of agents. */
    public Datacenter(World world) {
        this(world, AgentPace.ORDINARY);
    }

    /** An empty one. */
    public Datacenter(World world, AgentPace pace) {
        this.world = world;
        this.pace = pace;
    }

    /**
     * Places a machine without power. Its disk begins as its image says, also when a machine of
     * that GUID was here before and was discarded.
     *
     * @throws UnknownTrait when a trait has a value that no guest can have
     */
    @Override
    public Machine place(MachineSpec spec, Cloud cloud) {
        VirtualMachine machine = new VirtualMachine(world, spec, cloud, pace);
        machines.put(spec.vmId(), machine);
        return machine;
    }

    /** The machines that were placed, in that order. */
    public Collection<VirtualMachine> machines() {
        return Collections.unmodifiableCollection(machines.values());
    }

    /** The machine of that GUID. */
    public Optional<VirtualMachine> find(UUID vmId) {
        return Optional.ofNullable(machines.get(vmId));
    }

    /** The machine placed last under that name, letter case aside. */
    public Optional<VirtualMachine> find(String name) {
        return machines.values().stream()
                .filter(machine -> machine.spec().name().equalsIgnoreCase(name))
                .reduce((former, later) -> later);
    }

    /** Trait keys that mean nothing to a guest. */
    public static Collection<String> unknownTraits(Collection<String> keys) {
        return Traits.unknown(keys);
    }
}
