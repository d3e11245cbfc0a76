package latchkey.analyzer.intake;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** A place of one's own in bytes that others read too. */
final class PlacedChannel implements SeekableByteChannel {
    private final long size;
    private final Reading reading;
    private final Closeable after;
    private long position;
    private boolean isOpen = true;

    PlacedChannel(long size, Reading reading) {
        this(size, reading, () -> {});
    }

    PlacedChannel(long size, Reading reading, Closeable after) {
        this.size = size;
        this.reading = reading;
        this.after = after;
    }

    /** Reads some bytes from a place inside. */
    @FunctionalInterface
    interface Reading {
        int read(ByteBuffer into, long position) throws IOException;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (!isOpen) {
            throw new ClosedChannelException();
        }
        if (position >= size) {
            return -1;
        }
        int limit = into.limit();
        into.limit((int) Math.min(limit, into.position() + (size - position)));
        int got = reading.read(into, position);
        into.limit(limit);
        position += Math.max(0, got);
        return got;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) throws IOException {
        if (newPosition < 0) {
            throw new IOException("negative position");
        }
        position = newPosition;
        return this;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean isOpen() {
        return isOpen;
    }

    @Override
    public void close() throws IOException {
        if (isOpen) {
            isOpen = false;
            after.close();
        }
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long newSize) {
        throw new NonWritableChannelException();
    }
}
