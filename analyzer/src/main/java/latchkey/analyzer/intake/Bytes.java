package latchkey.analyzer.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Bytes that several threads can read from any place: a file of the user, a part of the spool, a
 * piece of memory.
 */
interface Bytes {
    long size();

    /** A reader of its own, to be closed. */
    SeekableByteChannel open() throws IOException;

    default InputStream stream() throws IOException {
        return new ChannelStream(open(), 0, size());
    }

    /** A part of these bytes; the part must lie inside. */
    default Bytes part(long offset, long length) {
        return new Part(this, offset, length);
    }

    static Bytes ofFile(Path path) throws IOException {
        return new OfFile(path, Files.size(path));
    }

    static Bytes ofMemory(byte[] bytes) {
        return new OfMemory(bytes);
    }

    static Bytes ofSpool(FileChannel file, long offset, long length) {
        return new OfSpool(file, offset, length);
    }

    /**
     * Opened anew by each reader, so that a folder of many archives does not use up file handles.
     */
    record OfFile(Path path, long size) implements Bytes {
        @Override
        public SeekableByteChannel open() throws IOException {
            return Files.newByteChannel(path);
        }
    }

    /** Small archives found inside others. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record OfMemory(byte[] bytes) implements Bytes {
        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public SeekableByteChannel open() {
            return new PlacedChannel(size(), this::read);
        }

        private int read(ByteBuffer into, long position) {
            int length = Math.min(into.remaining(), bytes.length - (int) position);
            into.put(bytes, (int) position, length);
            return length;
        }
    }

    /** What was unpacked to the private file. */
    record OfSpool(FileChannel file, long offset, long size) implements Bytes {
        @Override
        public SeekableByteChannel open() {
            return new PlacedChannel(size, (into, position) -> file.read(into, offset + position));
        }
    }

    /** A file inside an archive that is not packed. */
    record Part(Bytes whole, long offset, long size) implements Bytes {
        @Override
        public SeekableByteChannel open() throws IOException {
            SeekableByteChannel channel = whole.open();
            return new PlacedChannel(
                    size,
                    (into, position) -> channel.position(offset + position).read(into),
                    channel);
        }
    }
}
