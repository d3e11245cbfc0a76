package latchkey.analyzer.intake;

import org.apache.commons.compress.compressors.deflate64.Deflate64CompressorInputStream;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Lists a zip archive after its directory was found to be honest, entry by entry. */
final class ZipArchive {
    private static final int LOCAL = 0x04034b50;

    /** Packed bytes that surely unpack to a head, if they unpack to that much at all. */
    private static final int PACKED_HEAD = 1024;

    private final Bytes bytes;
    private final SeekableByteChannel channel;
    private final ZipDirectory directory;
    private final Shelf shelf;
    private final Inflater inflater;

    private ZipArchive(
            Bytes bytes,
            SeekableByteChannel channel,
            ZipDirectory directory,
            Shelf shelf,
            Inflater inflater) {
        this.bytes = bytes;
        this.channel = channel;
        this.directory = directory;
        this.shelf = shelf;
        this.inflater = inflater;
    }

    /**
     * @param limit entries to read of the directory at most
     */
    static void list(Bytes bytes, Shelf shelf, int limit) throws IOException {
        try (SeekableByteChannel channel = bytes.open()) {
            ZipDirectory directory = ZipDirectory.read(channel, limit);
            if (directory == null) {
                ZipSalvage.list(bytes, channel, shelf);
                return;
            }
            if (directory.overlaps()) {
                throw new RefusedException(
                        "Its entries overlap, as in a decompression bomb; it was not opened.");
            }
            list(new Opened(bytes, channel, directory), shelf);
            if (!directory.isWhole() && shelf.takesMore()) {
                throw new RefusedException(
                        "Its directory is damaged; only the entries before the damage were read.");
            }
        }
    }

    /** An archive whose directory was read. */
    private record Opened(Bytes bytes, SeekableByteChannel channel, ZipDirectory directory) {}

    private static void list(Opened opened, Shelf shelf) throws IOException {
        Inflater inflater = new Inflater(true);
        try {
            ZipArchive archive =
                    new ZipArchive(opened.bytes, opened.channel, opened.directory, shelf, inflater);
            for (ZipRecord record : opened.directory.records()) {
                if (!shelf.takesMore()) {
                    return;
                }
                archive.entry(record);
            }
        } finally {
            inflater.end();
        }
    }

    private void entry(ZipRecord record) throws IOException {
        String name = record.name();
        boolean isFolder = name.endsWith("/") || name.endsWith("\\");
        if (isFolder && record.size() == 0) {
            return;
        }
        if (record.isEncrypted()) {
            shelf.refuse(name, "It is encrypted.");
        } else if (!record.isReadable()) {
            shelf.refuse(
                    name,
                    "It is packed by method " + record.method() + ", which is not supported.");
        } else {
            agreed(record, name);
        }
    }

    /**
     * What lies at the file itself must agree with the directory, else two readers would see two
     * archives.
     */
    private void agreed(ZipRecord record, String name) throws IOException {
        long at = directory.prefix() + record.offset();
        int length = ZipRecord.LOCAL_HEADER + record.rawName().length;
        ByteBuffer local = ZipDirectory.at(channel, at, length);
        byte[] rawName = new byte[record.rawName().length];
        local.get(ZipRecord.LOCAL_HEADER, rawName);
        boolean isSameName =
                (local.getShort(26) & 0xffff) == rawName.length
                        && Arrays.equals(rawName, record.rawName());
        boolean isSameMethod = (local.getShort(8) & 0xffff) == record.method();
        long start = at + length + (local.getShort(28) & 0xffff);
        if (local.getInt(0) != LOCAL || start + record.packed() > directory.start()) {
            shelf.refuse(name, "It is damaged: the archive's directory points to where it is not.");
        } else if (!isSameName || !isSameMethod || (local.getShort(6) & 1) != 0) {
            shelf.refuse(
                    name,
                    "The archive's directory and the file itself disagree about its name or"
                            + " packing.");
        } else {
            shelf.file(member(record, name, start));
        }
    }

    private Member member(ZipRecord record, String name, long start) throws IOException {
        byte[] head = new byte[(int) Math.min(PACKED_HEAD, record.packed())];
        ChannelStream.readAt(channel, start, head, head.length);
        Guarded.Claim claim = new Guarded.Claim(record.size(), record.crc());
        Bytes packed = bytes.part(start, record.packed());
        Member.Opening opening =
                switch (record.method()) {
                    case ZipRecord.STORED -> packed::stream;
                    case ZipRecord.DEFLATED -> () -> new Inflated(packed.stream(), packed.size());
                    default -> () -> new Deflate64CompressorInputStream(packed.stream());
                };
        byte[] unpacked = record.method() == ZipRecord.DEFLATED ? inflatedHead(head) : head;
        byte[] shown = record.method() == ZipRecord.DEFLATED_64 ? head(opening) : unpacked;
        return new Member(name, cut(shown), record.size(), record.packed(), claim, opening, null);
    }

    private static byte[] head(Member.Opening opening) throws RefusedException {
        return Guarded.guarded(
                () -> {
                    try (InputStream stream = opening.open()) {
                        return stream.readNBytes(Kind.HEAD);
                    }
                });
    }

    private byte[] inflatedHead(byte[] packed) {
        byte[] head = new byte[Kind.HEAD];
        int length = 0;
        inflater.reset();
        inflater.setInput(packed);
        try {
            int got = inflater.inflate(head);
            while (got > 0) {
                length += got;
                got = inflater.inflate(head, length, head.length - length);
            }
        } catch (DataFormatException e) {
            // The damage is told by whoever reads the file.
            return Arrays.copyOf(head, length);
        }
        return Arrays.copyOf(head, length);
    }

    private static byte[] cut(byte[] head) {
        return head.length > Kind.HEAD ? Arrays.copyOf(head, Kind.HEAD) : head;
    }
}
