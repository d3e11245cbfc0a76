package latchkey.simulator.scenario.bundle;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A bundle ready to be handed over: equal stories give equal bytes. */
public final class Parcel {
    private final List<Piece> pieces;

    Parcel(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    /** What is left, in that layout. */
    public static Parcel of(Remains remains, Layout layout) {
        return new Parcel(layout.arrange(remains));
    }

    /** The files with their paths. */
    public List<Piece> pieces() {
        return pieces;
    }

    /**
     * Writes the files into a folder, which is made when it is missing.
     *
     * @throws IOException when the folder or a file cannot be written
     */
    public void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Piece piece : pieces) {
            Path file = folder.resolve(piece.path());
            Path parent = file.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                piece.ink().pour(out);
            }
        }
    }

    /** The files as one zip. */
    public void zipTo(OutputStream out) throws IOException {
        Zip.of(pieces).pour(out);
    }
}
