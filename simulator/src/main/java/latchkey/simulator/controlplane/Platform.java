package latchkey.simulator.controlplane;

import latchkey.simulator.wire.Machine;
import latchkey.simulator.wire.MachineRoom;
import latchkey.simulator.wire.PlatformConditions;
import latchkey.simulator.world.World;

/** What the parts of the control plane share. */
final class Platform {
    private final World world;
    private final MachineRoom room;
    private final PlatformOptions options;
    private final PlatformConditions conditions;
    private final ActivityLog log;
    private final Operations operations;
    private final ExtensionCatalogue catalogue;
    private final Estate estate;
    private final Directory directory;

    Platform(
            World world, MachineRoom room, PlatformOptions options, PlatformConditions conditions) {
        this.world = world;
        this.room = room;
        this.options = options;
        this.conditions = conditions;
        this.log = new ActivityLog(world);
        this.operations = new Operations(world, conditions, log);
        this.catalogue =
                new ExtensionCatalogue(options.rules().catalogue(), options.rules().exactMinor());
        this.estate = new Estate(options.place());
        this.directory = new Directory(options.place().tenantId());
    }

    World world() {
        return world;
    }

    PlatformOptions options() {
        return options;
    }

    PlatformConditions conditions() {
        return conditions;
    }

    ActivityLog log() {
        return log;
    }

    Operations operations() {
        return operations;
    }

    ExtensionCatalogue catalogue() {
        return catalogue;
    }

    Estate estate() {
        return estate;
    }

    Directory directory() {
        return directory;
    }

    /** A guest of Windows on a host; for another system a host with nobody inside who talks. */
    Machine place(VirtualMachine machine) {
        return machine.isWindows()
                ? room.place(machine.spec(), machine.host())
                : new SilentMachine();
    }
}
