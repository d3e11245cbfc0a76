package latchkey.analyzer.intake;

import java.io.IOException;
import java.io.InputStream;

/** One file inside what was handed in, whatever it was packed in. */
public interface Item {
    /** Path inside the input with {@code /}; data, never a path on disk. */
    String name();

    /** Bytes when unpacked, -1 when unknown; may be a lie in an archive. */
    long size();

    /**
     * Opens the unpacked bytes; limits are enforced while reading and end the stream with {@link
     * RefusedException}.
     */
    InputStream open() throws IOException;
}
