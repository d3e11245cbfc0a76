package latchkey.simulator.server;

import latchkey.simulator.controlplane.ControlPlane;
import latchkey.simulator.world.World;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A world with everything in it that a server shows and lets be changed. */
interface Stage {
    World world();

    ControlPlane plane();

    /** Names of the faults in force, in the order they began. */
    List<String> faults();

    /**
     * Begins a fault.
     *
     * @param parameters the request's body, the id included
     * @throws UnknownFault when there is none of that id, or it cannot be begun so
     */
    void beginFault(String id, JsonNode parameters) throws UnknownFault;

    /** Ends a fault; false when it is not in force. */
    boolean endFault(String id);

    /** The evidence of a machine as a zip, or nothing when it cannot be collected. */
    Optional<byte[]> bundle(String machine) throws IOException;

    /** Ports of open consoles by machine. */
    default Map<String, Integer> consoles() {
        return Map.of();
    }

    /** Opens stages. */
    @FunctionalInterface
    interface Opener {
        /**
         * A fresh world.
         *
         * @throws UnknownScenario when there is none of that name
         */
        Stage open(ServeOptions options) throws UnknownScenario;
    }
}
