package latchkey.web.api;

import java.io.IOException;
import java.io.InputStream;

/** A stream that ends where it was said to end, whatever else is sent. */
final class Capped extends InputStream {
    private final InputStream stream;
    private long left;

    Capped(InputStream stream, long length) {
        this.stream = stream;
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (left <= 0) {
            return -1;
        }
        int got = stream.read(into, offset, (int) Math.min(length, left));
        left -= Math.max(0, got);
        return got;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
