package latchkey.analyzer.format;

import java.io.IOException;
import java.io.InputStream;

/** Breaks off where another stream broke off that was read ahead. */
final class Failing extends InputStream {
    private final IOException failure;

    Failing(IOException failure) {
        this.failure = failure;
    }

    @Override
    public int read() throws IOException {
        throw failure;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        throw failure;
    }
}
