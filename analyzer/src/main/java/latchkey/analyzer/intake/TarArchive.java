package latchkey.analyzer.intake;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;

/**
 * Lists a tar archive by place, so that its files are read where they lie. By hand: the library
 * reads long names and extended headers of any length into memory.
 */
final class TarArchive {
    /** Names and extended attributes longer than this are no names. */
    private static final int LONGEST_EXTENSION = 64 * 1024;

    private final Bytes bytes;
    private final SeekableByteChannel channel;
    private final Shelf shelf;
    private String longName = "";
    private long longSize = -1;
    private boolean isSparse;

    private TarArchive(Bytes bytes, SeekableByteChannel channel, Shelf shelf) {
        this.bytes = bytes;
        this.channel = channel;
        this.shelf = shelf;
    }

    static void list(Bytes bytes, Shelf shelf) throws IOException {
        try (SeekableByteChannel channel = bytes.open()) {
            new TarArchive(bytes, channel, shelf).list();
        }
    }

    private void list() throws IOException {
        long at = 0;
        byte[] block = new byte[TarHeader.BLOCK];
        while (shelf.takesMore()) {
            int got = ChannelStream.readAt(channel, at, block, block.length);
            if (got < block.length || block[0] == 0) {
                return;
            }
            TarHeader header = TarHeader.of(block);
            if (!TarHeader.isOne(block) || header.size() < 0) {
                throw new RefusedException(
                        "It is damaged after " + at + " bytes; what comes later was not read.");
            }
            at =
                    header.type() == '0' || header.type() == '7'
                            ? file(header, at)
                            : other(header, at);
        }
    }

    private long file(TarHeader header, long at) throws IOException {
        long start = at + TarHeader.BLOCK;
        String name = longName.isEmpty() ? header.name() : longName;
        long size = longSize >= 0 ? longSize : header.size();
        boolean wasSparse = isSparse;
        forget();
        if (wasSparse) {
            shelf.refuse(name, "It is a sparse file inside a tar archive, which is not read.");
        } else if (name.endsWith("/") && size == 0) {
            return start;
        } else if (size > bytes.size() - start) {
            Bytes rest = bytes.part(start, Math.max(0, bytes.size() - start));
            shelf.file(Member.stored(name, head(rest), rest, size));
            return bytes.size();
        } else {
            Bytes whole = bytes.part(start, size);
            shelf.file(Member.stored(name, head(whole), whole, size));
        }
        return after(start, size);
    }

    private long other(TarHeader header, long at) throws IOException {
        long start = at + TarHeader.BLOCK;
        switch (header.type()) {
            case 'L' -> longName = TarHeader.text(extension(header, start), 0, (int) header.size());
            case 'x' -> attributes(extension(header, start));
            case 'K', 'g', 'V' -> {}
            default -> {
                String name = longName.isEmpty() ? header.name() : longName;
                forget();
                refuse(header.type(), name);
            }
        }
        return after(start, hasContent(header.type()) ? header.size() : 0);
    }

    private void refuse(char type, String name) {
        switch (type) {
            case '5', 'D' -> {}
            case '1', '2' -> shelf.refuse(name, "It is a link and was not followed.");
            case '3', '4', '6' -> shelf.refuse(name, "It is a device or a pipe, not a file.");
            default -> shelf.refuse(name, "It is no ordinary file.");
        }
    }

    private static boolean hasContent(char type) {
        return type < '1' || type > '6';
    }

    private byte[] extension(TarHeader header, long start) throws IOException {
        if (header.size() > LONGEST_EXTENSION) {
            throw new RefusedException(
                    "It holds a name of "
                            + header.size()
                            + " bytes; what comes later was not read.");
        }
        byte[] content = new byte[(int) header.size()];
        ChannelStream.readAt(channel, start, content, content.length);
        return content;
    }

    /**
     * Records of the form {@code 27 path=some/long/name\n}, the number being the length of all of
     * it.
     */
    private void attributes(byte[] content) {
        int at = 0;
        while (at < content.length) {
            int blank = at;
            int length = 0;
            while (blank < content.length
                    && content[blank] >= '0'
                    && content[blank] <= '9'
                    && length < content.length) {
                length = length * 10 + content[blank++] - '0';
            }
            int end = at + length;
            if (end > content.length || end <= blank + 1) {
                return;
            }
            attribute(new String(content, blank + 1, end - blank - 2, StandardCharsets.UTF_8));
            at = end;
        }
    }

    private void attribute(String attribute) {
        if (attribute.startsWith("path=")) {
            longName = attribute.substring("path=".length());
        } else if (attribute.startsWith("GNU.sparse.")) {
            isSparse = true;
        } else if (attribute.matches("size=[0-9]{1,18}")) {
            longSize = Long.parseLong(attribute.substring("size=".length()));
        }
    }

    private void forget() {
        longName = "";
        longSize = -1;
        isSparse = false;
    }

    private static byte[] head(Bytes file) throws IOException {
        byte[] head = new byte[(int) Math.min(Kind.HEAD, file.size())];
        try (SeekableByteChannel own = file.open()) {
            ChannelStream.readAt(own, 0, head, head.length);
        }
        return head;
    }

    /** Never back, whatever the sizes claim. */
    private static long after(long start, long size) {
        long padded =
                size > Long.MAX_VALUE - start - TarHeader.BLOCK
                        ? Long.MAX_VALUE - start
                        : size + (-size & 511);
        return start + padded;
    }
}
