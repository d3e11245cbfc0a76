package latchkey.analyzer.intake;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * One record of a zip archive's directory.
 *
 * @param rawName the name's bytes, to be compared with those at the file itself
 * @param offset of the local header, counted from where the archive begins
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ZipRecord(
        byte[] rawName, int flags, int method, long crc, long packed, long size, long offset) {
    static final int STORED = 0;
    static final int DEFLATED = 8;
    static final int DEFLATED_64 = 9;
    static final int LOCAL_HEADER = 30;

    private static final int ENCRYPTED = 1;
    private static final int IS_UTF_8 = 1 << 11;
    private static final long IN_EXTRA = 0xffffffffL;
    private static final int ZIP64_EXTRA = 1;

    /**
     * @param header the 46 fixed bytes
     * @param extra the extra fields, where sizes of four gigabytes and more are kept
     */
    static ZipRecord of(ByteBuffer header, byte[] name, byte[] extra) {
        long size = header.getInt(24) & IN_EXTRA;
        long packed = header.getInt(20) & IN_EXTRA;
        long offset = header.getInt(42) & IN_EXTRA;
        ByteBuffer wide = zip64(extra);
        size = size == IN_EXTRA && wide.remaining() >= 8 ? wide.getLong() : size;
        packed = packed == IN_EXTRA && wide.remaining() >= 8 ? wide.getLong() : packed;
        offset = offset == IN_EXTRA && wide.remaining() >= 8 ? wide.getLong() : offset;
        int flags = header.getShort(8) & 0xffff;
        int method = header.getShort(10) & 0xffff;
        return new ZipRecord(
                name, flags, method, header.getInt(16) & IN_EXTRA, packed, size, offset);
    }

    /** Where the file ends at the earliest, as far as the directory tells. */
    long end() {
        return offset + LOCAL_HEADER + rawName.length + packed;
    }

    /** Whether all numbers are such that sums of them do not overflow. */
    boolean isSane() {
        long most = Long.MAX_VALUE / 4;
        return size >= 0
                && packed >= 0
                && offset >= 0
                && size < most
                && packed < most
                && offset < most;
    }

    boolean isEncrypted() {
        return (flags & ENCRYPTED) != 0;
    }

    boolean isReadable() {
        return method == STORED || method == DEFLATED || method == DEFLATED_64;
    }

    /** The name for people: UTF-8 where it can be, else the code page of old. */
    String name() {
        if ((flags & IS_UTF_8) != 0) {
            return new String(rawName, StandardCharsets.UTF_8);
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(rawName)).toString();
        } catch (CharacterCodingException e) {
            String old = Charset.isSupported("IBM437") ? "IBM437" : "ISO-8859-1";
            return new String(rawName, Charset.forName(old));
        }
    }

    private static ByteBuffer zip64(byte[] extra) {
        ByteBuffer fields = ByteBuffer.wrap(extra).order(ByteOrder.LITTLE_ENDIAN);
        while (fields.remaining() >= 4) {
            int id = fields.getShort() & 0xffff;
            int length = Math.min(fields.getShort() & 0xffff, fields.remaining());
            if (id == ZIP64_EXTRA) {
                return fields.limit(fields.position() + length);
            }
            fields.position(fields.position() + length);
        }
        return ByteBuffer.allocate(0);
    }
}
