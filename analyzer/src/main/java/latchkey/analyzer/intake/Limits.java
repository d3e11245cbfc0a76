package latchkey.analyzer.intake;

/**
 * How much of what was handed in is read at most, all inputs and levels together.
 *
 * @param entries files and directories looked at; their names together at most {@link #NAME_ROOM} a
 *     piece on the average
 * @param depth archives inside archives; the outermost counts as one
 * @param unpackedBytes bytes that come out of archives
 * @param ratio unpacked to packed bytes of one file, once more than {@code ratioFrom} bytes came
 * @param heldInMemory bytes of inner archives kept in memory before the rest goes to a private file
 * @param nameLength characters of a name
 */
public record Limits(
        int entries,
        int depth,
        long unpackedBytes,
        int ratio,
        long ratioFrom,
        int heldInMemory,
        int nameLength) {
    /** Characters of a name, on the average of all that are looked at. */
    static final int NAME_ROOM = 120;

    private static final long MIB = 1L << 20;

    /** What every command uses. */
    public static final Limits STANDARD =
            new Limits(60_000, 4, 8L << 30, 200, 64 * MIB, (int) (16 * MIB), 4096);

    /** Characters that the names of all files may have together. */
    long namesInAll() {
        return (long) entries * NAME_ROOM;
    }
}
