package latchkey.analyzer.intake;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Where unpacked bytes wait that must be read from any place: memory at first, then one private
 * file. Its name tells nothing of its contents; the system removes it when it is closed, also when
 * the process dies.
 */
final class Spool implements AutoCloseable {
    private static final int BLOCK = 128 * 1024;

    private int memoryLeft;
    private @Nullable FileChannel file;
    private long end;

    Spool(int memory) {
        memoryLeft = memory;
    }

    Bytes keep(InputStream stream) throws IOException {
        byte[] head = stream.readNBytes(Math.min(memoryLeft, Integer.MAX_VALUE - 16) + 1);
        if (head.length <= memoryLeft) {
            memoryLeft -= head.length;
            return Bytes.ofMemory(head);
        }
        FileChannel channel = file();
        long start = end;
        write(channel, head, head.length);
        byte[] block = new byte[BLOCK];
        int got = stream.read(block);
        while (got >= 0) {
            write(channel, block, got);
            got = stream.read(block);
        }
        return Bytes.ofSpool(channel, start, end - start);
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }

    private void write(FileChannel channel, byte[] bytes, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
        while (buffer.hasRemaining()) {
            end += channel.write(buffer, end);
        }
    }

    private FileChannel file() throws IOException {
        FileChannel channel = file;
        if (channel == null) {
            Path path = Files.createTempFile("latchkey-", ".spool");
            channel =
                    FileChannel.open(
                            path,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.DELETE_ON_CLOSE);
            file = channel;
        }
        return channel;
    }
}
