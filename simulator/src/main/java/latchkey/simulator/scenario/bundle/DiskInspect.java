package latchkey.simulator.scenario.bundle;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a disk inspection with the manifest {@code normal} brings, and what it says of itself. */
@Known(
        how = How.SPECIFIED,
        source = "azure-diskinspect-service, writer of results.txt and manifest normal, 2022")
final class DiskInspect {
    private static final String END = "\r\n";
    private static final Duration A_COPY = Duration.ofSeconds(1);
    private static final int OPERATIONS = 271;

    private DiskInspect() {}

    static List<Piece> arrange(Remains remains) {
        List<Piece> copied = remains.files().stream().filter(DiskInspect::isWanted).toList();
        List<Piece> inner = new ArrayList<>();
        inner.add(document("results.txt", results(remains, copied)));
        inner.add(document("scanfilelist.tsv", list(copied)));
        inner.add(remains.registryJson());
        for (String folder : folders(copied)) {
            inner.add(new Piece(folder, Piece.Kind.ARCHIVE, Ink.of("")));
        }
        copied.forEach(file -> inner.add(file.at("device_0/" + file.path())));
        List<Piece> pieces = new ArrayList<>();
        pieces.add(
                new Piece(
                        remains.computer()
                                + "-InspectIaaSDisk-"
                                + remains.tag().substring(0, 12)
                                + ".zip",
                        Piece.Kind.ARCHIVE,
                        Zip.of(inner)));
        // A disk holds binary event logs only; who has the machine exports them as text.
        remains.events().forEach(log -> pieces.add(log));
        pieces.addAll(remains.outside());
        return pieces;
    }

    private static Piece document(String name, String text) {
        return new Piece(name, Piece.Kind.VIEW, Ink.of(text));
    }

    /** Rotated agent logs and older command logs are not on the list of that manifest. */
    private static boolean isWanted(Piece file) {
        return !file.endsWith(".000.log") && !file.name().startsWith("CommandExecution_");
    }

    private static Set<String> folders(List<Piece> files) {
        Set<String> folders = new TreeSet<>();
        for (Piece file : files) {
            String path = "device_0/" + file.path();
            for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
                folders.add(path.substring(0, slash + 1));
            }
        }
        return folders;
    }

    private static String list(List<Piece> files) {
        StringBuilder text = new StringBuilder();
        files.forEach(file -> text.append('/').append(file.path()).append(END));
        return text.toString();
    }

    private static String results(Remains remains, List<Piece> files) {
        StringBuilder text = new StringBuilder();
        Instant time = remains.collectedAt();
        line(text, "Execution start time: " + Stamps.clock(time) + ".");
        line(text, "");
        head(text, remains);
        int step = 0;
        for (Piece file : files) {
            step++;
            time = time.plus(A_COPY);
            String clock = Stamps.clock(time);
            String number = Math.min(step, OPERATIONS) + "/" + OPERATIONS;
            String path = "/" + file.path();
            line(text, clock + "  Executing Operation [" + number + "]: copy," + path);
            line(
                    text,
                    clock
                            + "  Copying Step ["
                            + step
                            + ".1] File: "
                            + path
                            + " SUCCEEDED.  [Operation duration: 1 seconds]");
        }
        line(
                text,
                "Execution end time: "
                        + Stamps.clock(time)
                        + "  [Execution duration: "
                        + files.size()
                        + " seconds]");
        return text.toString();
    }

    private static void head(StringBuilder text, Remains remains) {
        List<String> lines =
                List.of(
                        "========== Request Info ==========",
                        "Storage Acct: storage01.blob.core.windows.net",
                        "Container/Vhd: /vhds/" + remains.computer() + ".vhd",
                        "Manifest requested: normal",
                        "Guestfish version: 1.40.2",
                        "========== End Request Info ==========",
                        "",
                        "Filesystem Status:",
                        "/dev/sda1: ntfs",
                        "Inspection Status:",
                        "/dev/sda1",
                        "Inspection Metadata for /dev/sda1",
                        "Type: windows",
                        "Distribution: windows",
                        "Product Name: " + remains.operatingSystem(),
                        "Mounting /dev/sda1 on / SUCCEEDED.",
                        "",
                        "Using manifest: normal  [windows]");
        lines.forEach(words -> line(text, words));
    }

    private static void line(StringBuilder text, String words) {
        text.append(words).append(END);
    }
}
