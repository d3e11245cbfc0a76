package latchkey.web.api;

import io.javalin.http.Context;

import latchkey.web.store.TooMuchException;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** A body that has to keep coming: who sends a byte a minute does not hold a place for long. */
final class Steady extends InputStream {
    private static final long GRACE_NANOS = 20_000_000_000L;
    private static final long BYTES_PER_SECOND = 512;

    private final InputStream stream;
    private final LongSupplier nanos;
    private final long start;
    private long bytes;

    Steady(InputStream stream, LongSupplier nanos) {
        this.stream = stream;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    static Steady of(Context ctx) {
        return new Steady(ctx.bodyInputStream(), System::nanoTime);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int got = stream.read(into, offset, length);
        bytes += Math.max(0, got);
        long past = nanos.getAsLong() - start;
        if (past > GRACE_NANOS && bytes < past / 1_000_000_000 * BYTES_PER_SECOND) {
            throw new TooMuchException("The upload is too slow; send it in pieces.");
        }
        return got;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
