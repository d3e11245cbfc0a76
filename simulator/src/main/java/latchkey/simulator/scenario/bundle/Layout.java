package latchkey.simulator.scenario.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The ways in which what is left reaches a support engineer. */
public enum Layout {
    /** The folders copied from the drive, exports and loose files beside them. */
    TREE {
        @Override
        List<Piece> arrange(Remains remains) {
            List<Piece> pieces = new ArrayList<>(remains.files());
            remains.events().forEach(log -> pieces.add(log.at("EventLogs/" + log.path())));
            pieces.add(remains.registryFile());
            pieces.addAll(remains.outside());
            return pieces;
        }
    },
    /** The archive of CollectGuestLogs inside that of a support download. */
    GUEST_LOGS {
        @Override
        List<Piece> arrange(Remains remains) {
            return GuestLogs.arrange(remains);
        }
    },
    /** The archive of a disk inspection. */
    DISK_INSPECT {
        @Override
        List<Piece> arrange(Remains remains) {
            return DiskInspect.arrange(remains);
        }
    },
    /** All files in one heap, without folders. */
    PILE {
        @Override
        List<Piece> arrange(Remains remains) {
            return heap(TREE.arrange(remains));
        }
    },
    /** Nothing but the last message somebody saw. */
    PASTE {
        @Override
        List<Piece> arrange(Remains remains) {
            List<Piece> seen =
                    remains.outside().stream()
                            .filter(piece -> piece.kind() == Piece.Kind.WITNESS)
                            .toList();
            return seen.isEmpty() ? List.of() : List.of(seen.getLast().at("message.txt"));
        }
    };

    /** The pieces with their paths in the bundle. */
    abstract List<Piece> arrange(Remains remains);

    /** A name that is taken gets a number, as a file manager does it. */
    private static List<Piece> heap(List<Piece> pieces) {
        Map<String, Integer> taken = new TreeMap<>();
        List<Piece> heap = new ArrayList<>();
        for (Piece piece : pieces) {
            String name = piece.name();
            int copy = taken.merge(name.toLowerCase(Locale.ROOT), 1, Integer::sum);
            int dot = name.lastIndexOf('.');
            boolean plain = copy == 1 || dot < 0;
            heap.add(
                    piece.at(
                            plain
                                    ? name + (copy == 1 ? "" : " (" + copy + ")")
                                    : name.substring(0, dot)
                                            + " ("
                                            + copy
                                            + ")"
                                            + name.substring(dot)));
        }
        return heap;
    }
}
