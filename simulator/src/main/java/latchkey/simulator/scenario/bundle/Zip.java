package latchkey.simulator.scenario.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives whose bytes depend on their content alone. */
final class Zip {
    /** The oldest time a zip can hold, so that no clock shows through. */
    private static final LocalDateTime ANY_TIME = LocalDateTime.of(1980, 1, 1, 0, 0, 0);

    private Zip() {}

    /** The pieces as one archive. */
    static Ink of(List<Piece> pieces) {
        List<Piece> kept = List.copyOf(pieces);
        return out -> write(kept, out);
    }

    private static void write(List<Piece> pieces, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(new Unclosed(out));
        for (Piece piece : pieces) {
            ZipEntry entry = new ZipEntry(piece.path());
            entry.setTimeLocal(ANY_TIME);
            zip.putNextEntry(entry);
            if (!piece.path().endsWith("/")) {
                piece.ink().pour(zip);
            }
            zip.closeEntry();
        }
        zip.finish();
        zip.flush();
    }
}
