package latchkey.analyzer.intake;

import java.nio.charset.StandardCharsets;

/**
 * One header block of a tar archive.
 *
 * @param type the type flag, with the old NUL for a file turned into {@code 0}
 */
record TarHeader(String name, long size, char type) {
    static final int BLOCK = 512;

    private static final int SIZE_AT = 124;
    private static final int CHECKSUM_AT = 148;
    private static final int TYPE_AT = 156;
    private static final int MAGIC_AT = 257;
    private static final int PREFIX_AT = 345;

    /** Whether the block's checksum holds: old archives have no other magic. */
    static boolean isOne(byte[] block) {
        if (block.length < BLOCK || block[0] == 0) {
            return false;
        }
        long sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            boolean isInChecksum = i >= CHECKSUM_AT && i < CHECKSUM_AT + 8;
            sum += isInChecksum ? ' ' : block[i] & 0xff;
        }
        return sum == number(block, CHECKSUM_AT, 8);
    }

    static TarHeader of(byte[] block) {
        String name = text(block, 0, 100);
        String magic = text(block, MAGIC_AT, 6);
        String prefix = magic.equals("ustar") ? text(block, PREFIX_AT, 155) : "";
        char type = (char) (block[TYPE_AT] & 0xff);
        return new TarHeader(
                prefix.isEmpty() ? name : prefix + "/" + name,
                number(block, SIZE_AT, 12),
                type == 0 ? '0' : type);
    }

    static String text(byte[] bytes, int from, int length) {
        int end = from;
        while (end < from + length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }

    /** Octal digits, or a big number with its top bit set; -1 when it is neither. */
    private static long number(byte[] block, int from, int length) {
        if ((block[from] & 0x80) != 0) {
            long value = block[from] & 0x3f;
            for (int i = from + 1; i < from + length; i++) {
                value = value >>> 55 == 0 ? (value << 8) | (block[i] & 0xff) : -1;
            }
            return value;
        }
        String digits = text(block, from, length).strip();
        return digits.matches("[0-7]{1,12}") ? Long.parseLong(digits, 8) : -1;
    }
}
