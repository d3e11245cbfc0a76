package latchkey.simulator.server;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a world is kept running.
 *
 * @param port for tenants; 0 for any free one
 * @param adminPort for operators; 0 for any free one
 * @param directory where {@code ca.pem} and {@code endpoints.json} are written
 * @param realTime whether the world's clock follows the wall's
 * @param seed of the world
 * @param scenario whose world it is, or nothing for one healthy machine
 */
public record ServeOptions(
        int port,
        int adminPort,
        Path directory,
        boolean realTime,
        long seed,
        Optional<String> scenario) {}
