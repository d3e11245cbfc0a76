package latchkey.simulator.guest.chore;

/** What is done to the registry; offline in the hive files of the disk. */
public sealed interface RegistryChore extends Chore {
    /** {@code reg add} of a REG_DWORD. */
    record SetNumber(String key, String name, long value) implements RegistryChore {}

    /** {@code reg add} of a REG_SZ. */
    record SetText(String key, String name, String value) implements RegistryChore {}

    /** {@code reg delete} of a value. */
    record RemoveValue(String key, String name) implements RegistryChore {}

    @Override
    default boolean worksOffline() {
        return true;
    }
}
