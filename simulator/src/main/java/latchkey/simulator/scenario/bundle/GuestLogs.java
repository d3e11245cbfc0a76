package latchkey.simulator.scenario.bundle;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.util.ArrayList;
import java.util.List;

/** What CollectGuestLogs packs, as a support download nests it. */
@Known(
        how = How.RECORDED,
        source = "a public extraction script for the inner tree; the nesting has one weak source")
final class GuestLogs {
    private static final String LOGS = "WindowsAzure/Logs/";
    private static final String CONFIG = "WindowsAzure/Config/";
    private static final String PANTHER = "Windows/Panther/";

    private GuestLogs() {}

    static List<Piece> arrange(Remains remains) {
        List<Piece> inner = new ArrayList<>();
        for (Piece file : remains.files()) {
            if (file.path().startsWith(LOGS)) {
                inner.add(file.at("RuntimeAndAgent/" + file.path().substring(LOGS.length())));
            } else if (file.path().startsWith(CONFIG)) {
                inner.add(file.at("Config/" + file.name()));
            } else if (file.path().startsWith(PANTHER)) {
                inner.add(file.at("Panther/" + file.name()));
            } else if (file.path().contains("/Status/") && file.endsWith(".status")) {
                inner.add(file.at("RuntimeAndAgent/" + file.path()));
            }
        }
        remains.events().forEach(log -> inner.add(log.at("EventLogs/" + log.path())));
        inner.add(remains.registryFile().at("Registry/registry.reg"));
        Piece logs =
                new Piece(
                        "Logs/GuestAgentLogs/VMLogs/" + guid(remains.tag()) + "/GALogs.zip",
                        Piece.Kind.ARCHIVE,
                        Zip.of(inner));
        List<Piece> pieces = new ArrayList<>();
        pieces.add(
                new Piece(
                        remains.computer()
                                + "-GuestVMLogs-"
                                + remains.tag().substring(0, 8)
                                + ".zip",
                        Piece.Kind.ARCHIVE,
                        Zip.of(List.of(logs))));
        pieces.addAll(remains.outside());
        return pieces;
    }

    private static String guid(String tag) {
        return String.join(
                "-",
                tag.substring(0, 8),
                tag.substring(8, 12),
                tag.substring(12, 16),
                tag.substring(16, 20),
                tag.substring(20, 32));
    }
}
