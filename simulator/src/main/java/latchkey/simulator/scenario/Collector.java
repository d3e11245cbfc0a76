package latchkey.simulator.scenario;

import latchkey.simulator.agent.VirtualMachine;
import latchkey.simulator.agent.log.LogFile;
import latchkey.simulator.agent.log.LogOptions;
import latchkey.simulator.guest.FileTree;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.export.EventForm;
import latchkey.simulator.scenario.bundle.Damage;
import latchkey.simulator.scenario.bundle.Exports;
import latchkey.simulator.scenario.bundle.Ink;
import latchkey.simulator.scenario.bundle.Parcel;
import latchkey.simulator.scenario.bundle.Piece;
import latchkey.simulator.scenario.bundle.Remains;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Takes what is left of one machine: its files, its exports, and what was seen from outside. */
final class Collector {
    private static final Duration DAYS = Duration.ofDays(3);

    private final Stage stage;
    private final Order order;

    Collector(Stage stage, Order order) {
        this.stage = stage;
        this.order = order;
    }

    /** The bundle of that machine, in the layout and with the damage of the variant. */
    Parcel collect(String vm) {
        VirtualMachine machine = stage.machine(vm);
        Guest guest = machine.guest();
        Remains remains =
                new Remains(
                        guest.computer(),
                        guest.spec().release().title(),
                        stage.world().now(),
                        stage.world().dice("bundle").hex(16),
                        damaged(files(machine)),
                        events(guest),
                        Exports.registryFile(guest),
                        Exports.registryJson(guest),
                        new Outside(stage).views(vm));
        return Parcel.of(remains, order.variant().layout());
    }

    private List<Piece> files(VirtualMachine machine) {
        Map<String, Piece> pieces = new TreeMap<>();
        for (FileTree.Entry entry : machine.guest().files().below("C:")) {
            put(pieces, entry.path(), Ink.of(entry.content()));
        }
        boolean days = order.variant().has("days");
        for (LogFile log : machine.logs().files()) {
            boolean main = log.path().endsWith("WaAppAgent.log");
            LogOptions options =
                    new LogOptions(days ? DAYS : Duration.ZERO, main ? order.bytes() : 0);
            put(pieces, log.path(), out -> log.writeTo(out, options));
        }
        return new ArrayList<>(pieces.values());
    }

    private static void put(Map<String, Piece> pieces, String windowsPath, Ink ink) {
        String path = windowsPath.substring("C:\\".length()).replace('\\', '/');
        if (isWorthTaking(path)) {
            pieces.put(path.toLowerCase(Locale.ROOT), new Piece(path, kind(path), ink));
        }
    }

    /** Programs and Windows's own settings are not what people copy. */
    private static boolean isWorthTaking(String path) {
        String folded = path.toLowerCase(Locale.ROOT);
        boolean place =
                folded.startsWith("windowsazure/")
                        || folded.startsWith("packages/")
                        || folded.startsWith("windows/panther/");
        return place && !folded.matches(".*\\.(exe|dll|zip|cmd|msi)");
    }

    private static Piece.Kind kind(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (name.startsWith("waappagent") || name.startsWith("transparentinstaller")) {
            return Piece.Kind.AGENT_LOG;
        }
        return name.endsWith(".log") || name.endsWith(".txt")
                ? Piece.Kind.GUEST_TEXT
                : Piece.Kind.GUEST_DOCUMENT;
    }

    private static List<Piece> events(Guest guest) {
        List<Piece> logs = new ArrayList<>();
        for (String channel : guest.events().channels()) {
            logs.add(Exports.events(guest, channel, EventForm.VIEWER_XML));
        }
        return logs;
    }

    private List<Piece> damaged(List<Piece> pieces) {
        List<Piece> result = new ArrayList<>(pieces);
        for (Damage damage : Damage.values()) {
            String word = damage.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (order.variant().has(word)) {
                result.replaceAll(damage::befall);
            }
        }
        return result;
    }
}
