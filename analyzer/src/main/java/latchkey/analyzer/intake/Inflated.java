package latchkey.analyzer.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Deflated bytes of a zip entry, with large reads and its memory given back at once. */
final class Inflated extends InflaterInputStream {
    private static final int BUFFER = 128 * 1024;

    Inflated(InputStream packed) {
        super(packed, new Inflater(true), BUFFER);
    }

    @Override
    public void close() throws IOException {
        inf.end();
        super.close();
    }
}
