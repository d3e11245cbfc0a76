package latchkey.analyzer.intake;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

/**
 * Reads what is left of a zip archive whose end, and with it the directory, is missing: entry after
 * entry.
 */
final class ZipSalvage {
    private static final int LOCAL = 0x04034b50;
    private static final int SIZES_FOLLOW = 1 << 3;

    private ZipSalvage() {}

    /**
     * Ends with a refusal: that the archive was cut off must be told, however much of it is
     * readable.
     */
    static void list(Bytes bytes, SeekableByteChannel channel, Shelf shelf) throws IOException {
        long at = 0;
        boolean goesOn = true;
        while (goesOn && shelf.takesMore()) {
            ByteBuffer local = ZipDirectory.at(channel, at, ZipRecord.LOCAL_HEADER);
            long start =
                    at
                            + ZipRecord.LOCAL_HEADER
                            + (local.getShort(26) & 0xffff)
                            + (local.getShort(28) & 0xffff);
            goesOn =
                    local.getInt(0) == LOCAL
                            && start < bytes.size()
                            && takes(local, channel, at, shelf, bytes);
            at = start + (local.getInt(18) & 0xffffffffL);
        }
        throw new RefusedException(
                "It is cut off: its directory is missing, only entries before the cut were read.");
    }

    /**
     * @return whether the place of the next entry is known
     */
    private static boolean takes(
            ByteBuffer local, SeekableByteChannel channel, long at, Shelf shelf, Bytes bytes)
            throws IOException {
        int nameLength = local.getShort(26) & 0xffff;
        byte[] rawName = ZipDirectory.bytesAt(channel, at + ZipRecord.LOCAL_HEADER, nameLength);
        ByteBuffer central = ByteBuffer.allocate(46).order(ByteOrder.LITTLE_ENDIAN);
        central.put(8, local, 6, 20);
        ZipRecord record = ZipRecord.of(central, rawName, new byte[0]);
        boolean isSized = (record.flags() & SIZES_FOLLOW) == 0;
        long start = at + ZipRecord.LOCAL_HEADER + nameLength + (local.getShort(28) & 0xffff);
        if (record.isEncrypted()
                || !(record.method() == ZipRecord.STORED
                        || record.method() == ZipRecord.DEFLATED)) {
            shelf.refuse(
                    record.name(),
                    "It lies encrypted or oddly packed in an archive that is cut off.");
            return isSized;
        }
        if (record.name().endsWith("/") && record.size() == 0) {
            return isSized;
        }
        shelf.file(
                member(
                        record,
                        isSized,
                        bytes.part(start, length(record, isSized, start, bytes.size()))));
        return isSized;
    }

    private static long length(ZipRecord record, boolean isSized, long start, long end) {
        return isSized ? Math.min(record.packed(), end - start) : end - start;
    }

    private static Member member(ZipRecord record, boolean isSized, Bytes packed)
            throws IOException {
        boolean isStored = record.method() == ZipRecord.STORED;
        Member.Opening opening =
                isStored ? packed::stream : () -> new Inflated(packed.stream(), packed.size());
        Guarded.@Nullable Claim claim =
                isSized ? new Guarded.Claim(record.size(), record.crc()) : null;
        long size = isSized ? record.size() : -1;
        return new Member(record.name(), head(opening), size, packed.size(), claim, opening, null);
    }

    private static byte[] head(Member.Opening opening) throws IOException {
        byte[] head = new byte[Kind.HEAD];
        int length = 0;
        try (InputStream stream = opening.open()) {
            int got = 0;
            while (got >= 0 && length < head.length) {
                length += got;
                got = stream.read(head, length, head.length - length);
            }
        } catch (IOException e) {
            // The damage is told by whoever reads the file.
            return Arrays.copyOf(head, length);
        }
        return Arrays.copyOf(head, length);
    }
}
