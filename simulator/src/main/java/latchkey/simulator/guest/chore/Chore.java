package latchkey.simulator.guest.chore;

/** One thing somebody does to a guest. */
public sealed interface Chore
        permits AccountChore, NetworkChore, RegistryChore, ServiceChore, SystemChore {
    /** Whether it can be done on the disk alone, Windows not running. */
    default boolean worksOffline() {
        return false;
    }

    /** Whether the serial console does it without a password, outside any cmd channel. */
    default boolean worksWithoutPassword() {
        return false;
    }
}
