package latchkey.analyzer.format;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The part of a file that is in memory: a block that is being looked at, a margin before it and one
 * after it, and where its lines start. A line longer than {@link #PIECE} is held as several pieces
 * of the same number, each also showing the end of the one before, so that no text is torn.
 */
final class Window {
    /** Bytes kept before the block and read ahead after it. */
    static final int MARGIN = 32 << 10;

    static final int PIECE = 128 << 10;

    /** How much of the piece before it a piece shows; longer than any anchor. */
    static final int OVERLAP = 1 << 10;

    /** Bytes per call of an inner loop: short, so that a cold process compiles it soon. */
    private static final int CHUNK = 512;

    private static final int LONG_LINE = 1 << 20;
    private static final int CAPACITY = 512 << 10;
    private static final long ONES = 0x0101010101010101L;
    private static final long INDICES = 0x0001020304050607L;
    private static final long LOWS = 0x7f7f7f7f7f7f7f7fL;
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final InputStream input;
    private final byte lineEnd;
    private final byte[] bytes = new byte[CAPACITY];

    /** Starts of lines and pieces; the one at {@code count} is where the unfinished line starts. */
    private int[] starts = new int[4096];

    /** Numbers of lines; negative for a piece that goes on with the line before. */
    private int[] numbers = new int[4096];

    private int count;
    private int end;
    private int indexed;
    private int firstFresh;
    private int stop;
    private boolean atEnd;
    private long dropped;
    private long lineFrom;
    private int longLine;

    Window(InputStream input, byte lineEnd) {
        this.input = input;
        this.lineEnd = lineEnd;
        numbers[0] = 1;
    }

    /** Moves on to the next block; false when the file is through. */
    boolean advance() throws IOException {
        do {
            if (atEnd && stop == count) {
                return false;
            }
            shift();
            try {
                fill();
            } catch (IOException e) {
                finish();
                throw e;
            }
            index();
            place();
            // A block of NULs alone leaves nothing to look at, and more may follow.
        } while (firstFresh == stop && !atEnd);
        return firstFresh < stop;
    }

    /**
     * Takes what was read so far as all there is, after reading failed; true when a block is left
     * to look at.
     */
    boolean salvage() {
        index();
        place();
        return firstFresh < stop;
    }

    byte[] bytes() {
        return bytes;
    }

    /** First line of the block. */
    int firstFresh() {
        return firstFresh;
    }

    /** First line after the block. */
    int stop() {
        return stop;
    }

    /** Number of complete lines in memory; lines from {@link #stop} on are read ahead. */
    int count() {
        return count;
    }

    int start(int line) {
        return starts[line];
    }

    /** End of the line's text: its line end not included. */
    int textEnd(int line) {
        int to = starts[line + 1];
        int from = starts[line];
        if (to > from && bytes[to - 1] == lineEnd) {
            to--;
            if (lineEnd == '\n' && to > from && bytes[to - 1] == '\r') {
                to--;
            }
        }
        return to;
    }

    int number(int line) {
        return Math.abs(numbers[line]);
    }

    boolean isPiece(int line) {
        return numbers[line] < 0;
    }

    byte lineEnd() {
        return lineEnd;
    }

    /** Offset in the file, as decoded and without NULs, of an index in {@link #bytes}. */
    long offset(int index) {
        return dropped + index;
    }

    String text(int line) {
        int from = isPiece(line) ? overlapStart(starts[line]) : starts[line];
        return new String(bytes, from, textEnd(line) - from, StandardCharsets.UTF_8);
    }

    /** Where the text of a piece that starts at {@code start} is shown from. */
    int overlapStart(int start) {
        return characterStart(Math.max(0, start - OVERLAP));
    }

    /** The line that holds the byte at {@code index}. */
    int lineAt(int index) {
        int found = Arrays.binarySearch(starts, 0, count + 1, index);
        return found >= 0 ? found : -found - 2;
    }

    /** Number of the first line that is longer than 1 MiB, 0 when there is none. */
    int longLine() {
        return longLine;
    }

    private void finish() {
        atEnd = true;
    }

    private void shift() {
        if (stop == 0) {
            return;
        }
        int keep = stop;
        while (keep > 0 && starts[stop] - starts[keep - 1] <= MARGIN) {
            keep--;
        }
        int from = Math.min(starts[keep], Math.max(0, starts[stop] - 2 * OVERLAP));
        System.arraycopy(bytes, from, bytes, 0, end - from);
        end -= from;
        indexed -= from;
        dropped += from;
        int lines = count - keep + 1;
        System.arraycopy(starts, keep, starts, 0, lines);
        System.arraycopy(numbers, keep, numbers, 0, lines);
        for (int i = 0; i < lines; i++) {
            starts[i] -= from;
        }
        count -= keep;
        stop -= keep;
    }

    private void fill() throws IOException {
        while (!atEnd && end < bytes.length) {
            int read = input.read(bytes, end, bytes.length - end);
            if (read < 0) {
                atEnd = true;
            } else {
                end += read;
            }
        }
    }

    private void index() {
        int at = indexed;
        while (at + CHUNK <= end) {
            int linesBefore = count;
            long lineBefore = lineFrom;
            int longBefore = longLine;
            if (indexChunk(at)) {
                count = linesBefore;
                lineFrom = lineBefore;
                longLine = longBefore;
                dropNuls(at);
            } else {
                at += CHUNK;
            }
        }
        dropNuls(at);
        for (; at < end; at++) {
            if (bytes[at] == lineEnd) {
                close(at + 1);
            }
        }
        indexed = end;
        cutPieces(end);
        if (atEnd && starts[count] < end) {
            close(end);
        }
    }

    /** Files of a crashed machine hold runs of NULs; from here on they are squeezed out. */
    private void dropNuls(int from) {
        int kept = from;
        for (int at = from; at < end; at++) {
            if (bytes[at] != 0) {
                bytes[kept++] = bytes[at];
            }
        }
        end = kept;
    }

    /**
     * Finds the line ends among the next {@link #CHUNK} bytes; true when one of these is NUL, and
     * then what was found is of no use.
     */
    private boolean indexChunk(int from) {
        long pattern = ONES * lineEnd;
        long nuls = 0;
        for (int at = from; at < from + CHUNK; at += Long.BYTES) {
            long word = (long) LONG.get(bytes, at);
            nuls |= (word - ONES) & ~word;
            long other = word ^ pattern;
            long ends = ~(((other & LOWS) + LOWS) | other) & ~LOWS;
            while (ends != 0) {
                close(at + lowestByte(ends) + 1);
                ends &= ends - 1;
            }
        }
        return (nuls & ~LOWS) != 0;
    }

    /**
     * Index of the lowest byte whose high bit is set. The library's way to count zeros is one
     * instruction for the second compiler only, and small inputs never meet it.
     */
    private static int lowestByte(long highBits) {
        return (int) (((highBits & -highBits) >>> 7) * INDICES >>> (Long.SIZE - Byte.SIZE));
    }

    /** Ends the unfinished line at {@code next}, where the next one starts. */
    private void close(int next) {
        cutPieces(next);
        add(next, number(count) + 1);
        lineFrom = dropped + next;
    }

    private void cutPieces(int to) {
        if (longLine == 0 && dropped + to - lineFrom > LONG_LINE) {
            longLine = number(count);
        }
        while (to - starts[count] > PIECE) {
            add(characterStart(starts[count] + PIECE - 4), -number(count));
        }
    }

    private void add(int start, int number) {
        if (count + 2 > starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
            numbers = Arrays.copyOf(numbers, numbers.length * 2);
        }
        count++;
        starts[count] = start;
        numbers[count] = number;
    }

    private void place() {
        firstFresh = stop;
        if (atEnd) {
            stop = count;
            return;
        }
        int line = lineAt(end - MARGIN);
        stop = Math.max(stop, line);
    }

    private int characterStart(int index) {
        int at = index;
        while (at > 0 && at > index - 4 && (bytes[at] & 0xC0) == 0x80) {
            at--;
        }
        return at;
    }
}
