package latchkey.analyzer.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** A range of a channel as a stream; closes the channel. */
final class ChannelStream extends InputStream {
    private final SeekableByteChannel channel;
    private long left;

    ChannelStream(SeekableByteChannel channel, long offset, long length) throws IOException {
        this.channel = channel;
        this.left = length;
        channel.position(offset);
    }

    /** Fills the array from a place as far as there are bytes, and says how many came. */
    static int readAt(SeekableByteChannel channel, long position, byte[] into, int length)
            throws IOException {
        channel.position(position);
        ByteBuffer buffer = ByteBuffer.wrap(into, 0, length);
        int got = 0;
        while (got >= 0 && buffer.hasRemaining()) {
            got = channel.read(buffer);
        }
        return buffer.position();
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
        if (left <= 0) {
            return -1;
        }
        int got = channel.read(ByteBuffer.wrap(into, offset, (int) Math.min(length, left)));
        left -= Math.max(0, got);
        return got;
    }

    /** The stream of many gzip members looks here whether another one follows. */
    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, left);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
