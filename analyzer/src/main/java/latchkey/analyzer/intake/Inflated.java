package latchkey.analyzer.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Deflated bytes of a zip entry, with large reads and its memory given back at once. */
final class Inflated extends InflaterInputStream {
    private static final int BUFFER = 128 * 1024;

    /**
     * @param length packed bytes; most files of a bundle are small and need no large buffer
     */
    Inflated(InputStream packed, long length) {
        super(packed, new Inflater(true), Math.clamp(length, 512, BUFFER));
    }

    @Override
    public void close() throws IOException {
        inf.end();
        super.close();
    }
}
