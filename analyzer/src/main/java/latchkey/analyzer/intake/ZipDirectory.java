package latchkey.analyzer.intake;

import latchkey.analyzer.evidence.Order;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * The directory at the end of a zip archive, read by ourselves: common readers accept entries that
 * overlap, and one bad name makes them refuse all.
 *
 * @param prefix bytes in front of the archive, as of a self-extracting one
 * @param start where the directory begins
 * @param isWhole whether every record was read
 */
record ZipDirectory(List<ZipRecord> records, long prefix, long start, boolean isWhole) {
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int END_64 = 0x06064b50;
    private static final int END_64_LENGTH = 56;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int LOCATOR_64_LENGTH = 20;
    private static final int RECORD = 0x02014b50;
    private static final int RECORD_LENGTH = 46;
    private static final int LONGEST_COMMENT = 0xffff;

    /**
     * @return null when there is none: no zip archive, or one that was cut off
     */
    static @Nullable ZipDirectory read(SeekableByteChannel channel, int limit) throws IOException {
        Place place = find(channel);
        return place == null ? null : read(channel, place, limit);
    }

    /** Whether the bytes end like a zip archive, whatever they begin with. */
    static boolean isAtEndOf(SeekableByteChannel channel) throws IOException {
        return find(channel) != null;
    }

    /**
     * Whether ranges of entries intersect, as those of zip bombs do; decided before anything is
     * unpacked.
     */
    boolean overlaps() {
        List<ZipRecord> sorted = new ArrayList<>(records);
        sorted.sort(Order.by(ZipRecord::offset));
        long end = 0;
        for (ZipRecord record : sorted) {
            if (record.offset() < end) {
                return true;
            }
            end = record.end();
        }
        return end > start - prefix;
    }

    /** Where the directory lies. */
    private record Place(long start, long length, long offset) {}

    private static @Nullable Place find(SeekableByteChannel channel) throws IOException {
        long size = channel.size();
        int length = (int) Math.min(size, END_LENGTH + LONGEST_COMMENT);
        ByteBuffer tail = at(channel, size - length, length);
        for (int i = length - END_LENGTH; i >= 0; i--) {
            if (tail.getInt(i) != END
                    || i + END_LENGTH + (tail.getShort(i + 20) & 0xffff) > length) {
                continue;
            }
            Place place =
                    place(
                            channel,
                            size - length + i,
                            tail.slice(i, END_LENGTH).order(ByteOrder.LITTLE_ENDIAN));
            if (place != null) {
                return place;
            }
        }
        return null;
    }

    private static @Nullable Place place(SeekableByteChannel channel, long endAt, ByteBuffer end)
            throws IOException {
        Place wide = endAt < LOCATOR_64_LENGTH ? null : wide(channel, endAt);
        if (wide != null) {
            return checked(channel, wide);
        }
        long length = end.getInt(12) & 0xffffffffL;
        return checked(channel, new Place(endAt - length, length, end.getInt(16) & 0xffffffffL));
    }

    private static @Nullable Place wide(SeekableByteChannel channel, long endAt)
            throws IOException {
        ByteBuffer locator = at(channel, endAt - LOCATOR_64_LENGTH, LOCATOR_64_LENGTH);
        if (locator.getInt(0) != LOCATOR_64) {
            return null;
        }
        long[] candidates = {locator.getLong(8), endAt - LOCATOR_64_LENGTH - END_64_LENGTH};
        for (long candidate : candidates) {
            if (candidate < 0 || candidate > endAt - LOCATOR_64_LENGTH - END_64_LENGTH) {
                continue;
            }
            ByteBuffer end = at(channel, candidate, END_64_LENGTH);
            if (end.getInt(0) == END_64) {
                long length = end.getLong(40);
                return new Place(candidate - length, length, end.getLong(48));
            }
        }
        return null;
    }

    private static @Nullable Place checked(SeekableByteChannel channel, Place place)
            throws IOException {
        if (place.length < 0 || place.start < 0 || place.offset < 0 || place.offset > place.start) {
            return null;
        }
        if (place.length == 0) {
            return place;
        }
        boolean isOne =
                place.length >= RECORD_LENGTH && at(channel, place.start, 4).getInt(0) == RECORD;
        return isOne ? place : null;
    }

    private static ZipDirectory read(SeekableByteChannel channel, Place place, int limit)
            throws IOException {
        List<ZipRecord> records = new ArrayList<>();
        InputStream stream =
                new BufferedInputStream(
                        new ChannelStream(channel, place.start, place.length), 1 << 16);
        boolean isWhole = true;
        long room = 2L * limit * Limits.NAME_ROOM;
        while (isWhole) {
            byte[] fixed = stream.readNBytes(RECORD_LENGTH);
            if (fixed.length == 0) {
                break;
            }
            ZipRecord record = records.size() >= limit || room < 0 ? null : record(fixed, stream);
            isWhole = record != null;
            if (record != null) {
                records.add(record);
                room -= record.rawName().length;
            }
        }
        return new ZipDirectory(records, place.start - place.offset, place.start, isWhole);
    }

    private static @Nullable ZipRecord record(byte[] fixed, InputStream stream) throws IOException {
        ByteBuffer header = ByteBuffer.wrap(fixed).order(ByteOrder.LITTLE_ENDIAN);
        if (fixed.length < RECORD_LENGTH || header.getInt(0) != RECORD) {
            return null;
        }
        byte[] name = stream.readNBytes(header.getShort(28) & 0xffff);
        byte[] extra = stream.readNBytes(header.getShort(30) & 0xffff);
        stream.skip(header.getShort(32) & 0xffff);
        ZipRecord record = ZipRecord.of(header, name, extra);
        return record.isSane() ? record : null;
    }

    /** Bytes of a place, zeros where there are none. */
    static ByteBuffer at(SeekableByteChannel channel, long position, int length)
            throws IOException {
        return ByteBuffer.wrap(bytesAt(channel, position, length)).order(ByteOrder.LITTLE_ENDIAN);
    }

    static byte[] bytesAt(SeekableByteChannel channel, long position, int length)
            throws IOException {
        byte[] bytes = new byte[length];
        ChannelStream.readAt(channel, position, bytes, length);
        return bytes;
    }
}
