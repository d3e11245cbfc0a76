package latchkey.simulator.wire;

/** Where the platform has its machines placed. */
@FunctionalInterface
public interface MachineRoom {
    /** Places a machine, without power yet; its requests go to that cloud. */
    Machine place(MachineSpec spec, Cloud cloud);
}
