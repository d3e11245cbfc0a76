package latchkey.simulator.scenario.bundle;

import latchkey.simulator.guest.Guest;

/** What people export from a running machine. */
public final class Exports {
    private Exports() {}

    /** An event log, under the name that wevtutil's users give it. */
    public static Piece events(Guest guest, String channel) {
        String name = channel.replace("/", "%4") + ".xml";
        return new Piece(name, Piece.Kind.EVENTS, EventExport.of(guest, channel));
    }

    /** The registry as reg export writes it. */
    public static Piece registryFile(Guest guest) {
        return new Piece(
                "registry.reg", Piece.Kind.REGISTRY, RegistryExport.regFile(guest.registry()));
    }

    /** The registry as disk inspection writes it. */
    public static Piece registryJson(Guest guest) {
        return new Piece(
                "registry.json", Piece.Kind.REGISTRY, RegistryExport.json(guest.registry()));
    }
}
