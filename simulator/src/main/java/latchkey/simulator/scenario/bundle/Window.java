package latchkey.simulator.scenario.bundle;

import java.io.IOException;
import java.io.OutputStream;

/** Lets through the bytes from one offset up to another. */
final class Window extends OutputStream {
    private final OutputStream out;
    private final long from;
    private final long to;
    private long at;

    Window(OutputStream out, long from, long to) {
        this.out = out;
        this.from = from;
        this.to = to;
    }

    @Override
    public void write(int octet) throws IOException {
        if (at >= from && at < to) {
            out.write(octet);
        }
        at++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        long first = Math.max(at, from);
        long last = Math.min(at + length, to);
        if (first < last) {
            out.write(bytes, offset + (int) (first - at), (int) (last - first));
        }
        at += length;
    }

    /** How many bytes came. */
    long passed() {
        return at;
    }
}
