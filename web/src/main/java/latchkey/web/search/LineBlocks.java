package latchkey.web.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file in blocks of whole lines. */
final class LineBlocks {
    private static final int SIZE = 1 << 20;

    private LineBlocks() {}

    /** Takes blocks until it has enough. */
    interface Reader {
        boolean block(Block block);
    }

    /** Bytes read. */
    static long read(Path file, Reader reader) throws IOException {
        Block block = new Block();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (block.fill(channel)) {
                if (!reader.block(block)) {
                    break;
                }
            }
            return channel.position();
        }
    }

    /** Some whole lines; one that is longer than a block is cut. */
    static final class Block {
        private final byte[] bytes = new byte[SIZE];
        private int to;
        private int filled;
        private long lineAtStart = 1;
        private int counted;
        private long countedLines;

        byte[] bytes() {
            return bytes;
        }

        int from() {
            return 0;
        }

        int to() {
            return to;
        }

        private boolean fill(FileChannel channel) throws IOException {
            lineAtStart = lineNumber(to);
            System.arraycopy(bytes, to, bytes, 0, filled - to);
            filled -= to;
            int got = 0;
            while (got >= 0 && filled < SIZE) {
                filled += got;
                got =
                        filled < SIZE
                                ? channel.read(ByteBuffer.wrap(bytes, filled, SIZE - filled))
                                : -1;
            }
            to = filled;
            if (filled == SIZE) {
                while (to > 0 && bytes[to - 1] != '\n') {
                    to--;
                }
                to = to == 0 ? filled : to;
            }
            counted = 0;
            countedLines = 0;
            return to > 0;
        }

        int lineStart(int at) {
            int start = at;
            while (start > 0 && bytes[start - 1] != '\n') {
                start--;
            }
            return start;
        }

        int lineEnd(int at) {
            int end = at;
            while (end < to && bytes[end] != '\n') {
                end++;
            }
            return end;
        }

        /** Asked in ascending order. */
        long lineNumber(int at) {
            for (; counted < at; counted++) {
                countedLines += bytes[counted] == '\n' ? 1 : 0;
            }
            return lineAtStart + countedLines;
        }

        String text(int start, int end) {
            int stop = end > start && bytes[end - 1] == '\r' ? end - 1 : end;
            return new String(bytes, start, stop - start, StandardCharsets.UTF_8);
        }
    }
}
