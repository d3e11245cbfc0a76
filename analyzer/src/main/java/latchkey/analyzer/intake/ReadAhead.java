package latchkey.analyzer.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Unpacks a file on a thread of its own, a few blocks ahead of whoever reads it: one large file of
 * an archive then keeps two processors busy. Hands out the same bytes, and the same failure behind
 * them.
 */
public final class ReadAhead extends InputStream {
    private static final int BLOCK = 256 * 1024;
    private static final int BLOCKS = 3;

    private final InputStream source;
    private final BlockingQueue<byte[]> free = new LinkedBlockingQueue<>();
    private final BlockingQueue<Filled> filled = new LinkedBlockingQueue<>();
    private final FutureTask<Integer> pump = new FutureTask<>(this::pump);
    private Filled current = new Filled(new byte[0], 0);
    private int at;
    private volatile boolean closed;

    private ReadAhead(InputStream source) {
        this.source = source;
        for (int i = 0; i < BLOCKS; i++) {
            free.add(new byte[BLOCK]);
        }
        Thread thread = new Thread(pump, "read-ahead");
        thread.setDaemon(true);
        thread.start();
    }

    /** The same file, read ahead by each who opens it. */
    public static Item of(Item item) {
        return new Ahead(item);
    }

    private record Ahead(Item item) implements Item {
        @Override
        public String name() {
            return item.name();
        }

        @Override
        public long size() {
            return item.size();
        }

        @Override
        public InputStream open() throws IOException {
            return new ReadAhead(item.open());
        }
    }

    /** A block; nothing in it is the end. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Filled(byte[] bytes, int length) {}

    /** Answers the number of blocks, which nobody needs. */
    private int pump() throws IOException, InterruptedException {
        int blocks = 0;
        boolean more = true;
        try {
            while (more && !closed) {
                more = fill(free.take());
                blocks++;
            }
        } finally {
            filled.add(new Filled(new byte[0], 0));
        }
        return blocks;
    }

    private boolean fill(byte[] block) throws IOException {
        int length = 0;
        int got = 0;
        try {
            while (got >= 0 && length < block.length && !closed) {
                got = source.read(block, length, block.length - length);
                length += Math.max(0, got);
            }
        } finally {
            if (length > 0) {
                filled.add(new Filled(block, length));
            }
        }
        return got >= 0;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at == current.length && !next()) {
            return -1;
        }
        int given = Math.min(length, current.length - at);
        System.arraycopy(current.bytes, at, into, offset, given);
        at += given;
        return given;
    }

    /** False at the end; throws what the source threw when all before it was handed out. */
    private boolean next() throws IOException {
        if (pump.isDone() && filled.isEmpty()) {
            await();
            return false;
        }
        if (current.length > 0) {
            free.add(current.bytes);
        }
        at = 0;
        try {
            current = filled.take();
        } catch (InterruptedException e) {
            throw interrupted();
        }
        if (current.length == 0) {
            await();
            return false;
        }
        return true;
    }

    private void await() throws IOException {
        try {
            pump.get();
        } catch (InterruptedException e) {
            throw interrupted();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException("a file could not be read ahead", e.getCause());
        }
    }

    private static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("the reading was interrupted");
    }

    /**
     * Waits until the source is left alone. The thread is not interrupted: that would close a
     * channel which others read as well.
     */
    @Override
    public void close() throws IOException {
        closed = true;
        free.add(new byte[1]);
        try {
            pump.get();
        } catch (InterruptedException e) {
            throw interrupted();
        } catch (ExecutionException e) {
            // Whoever reads to that place is told; whoever closes before does not ask.
            closed = true;
        } finally {
            source.close();
        }
    }
}
