package latchkey.simulator.scenario.bundle;

import java.time.Instant;
import java.util.List;

/**
 * What is left after a story, before anybody packs it.
 *
 * @param computer the machine's name
 * @param operatingSystem its product name
 * @param collectedAt when it was collected, on the world's clock
 * @param tag some hexadecimal digits for names that collectors make up
 * @param files from the system drive, paths without {@code C:}, folders with {@code /}
 * @param events exported event logs, one piece a channel
 * @param registryFile the registry as reg export writes it
 * @param registryJson the registry as disk inspection writes it
 * @param outside what the control plane answers and what people saw, each a loose file
 */
public record Remains(
        String computer,
        String operatingSystem,
        Instant collectedAt,
        String tag,
        List<Piece> files,
        List<Piece> events,
        Piece registryFile,
        Piece registryJson,
        List<Piece> outside) {
    /** Copies the lists. */
    public Remains {
        files = List.copyOf(files);
        events = List.copyOf(events);
        outside = List.copyOf(outside);
    }
}
