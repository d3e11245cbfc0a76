package latchkey.analyzer.format;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A document as texts that fit into memory: the whole of it, or, where its format knows the end of
 * a record, pieces that end with one.
 */
final class DocumentPieces {
    /** Parsed, a document takes up to ten times its bytes, and the heap is small. */
    static final int LARGEST = 12 << 20;

    private static final int PIECE = 2 << 20;
    private static final int BLOCK = 64 << 10;

    private final InputStream in;
    private final byte[] seam;
    private byte[] held = new byte[BLOCK];
    private int length;
    private boolean ended;
    private @Nullable String because;

    DocumentPieces(InputStream in, String seam) {
        this.in = in;
        this.seam = seam.getBytes(StandardCharsets.US_ASCII);
    }

    /** Why not everything could be given out, null as long as it could. */
    @Nullable String because() {
        return because;
    }

    /** The next piece without NULs; empty at the end. */
    String next() {
        int wanted = seam.length == 0 ? LARGEST : PIECE;
        int end = 0;
        while (end == 0 && !ended) {
            fill(wanted);
            end = ended ? length : endOfLastRecord();
            if (end == 0 && wanted < LARGEST) {
                wanted = Math.min(LARGEST, wanted * 2);
            } else if (end == 0) {
                endAtLimit();
            }
        }
        if (ended) {
            end = length;
        }
        String text = new String(held, 0, end, StandardCharsets.UTF_8).replace("\0", "");
        System.arraycopy(held, end, held, 0, length - end);
        length -= end;
        return text.isEmpty() && end > 0 ? next() : text;
    }

    private void fill(int wanted) {
        try {
            while (length < wanted) {
                if (length == held.length) {
                    held = Arrays.copyOf(held, Math.min(LARGEST, 2 * length));
                }
                int read = in.read(held, length, Math.min(wanted, held.length) - length);
                if (read < 0) {
                    ended = true;
                    return;
                }
                length += read;
            }
        } catch (IOException e) {
            stop(Reading.because(e));
        }
    }

    private void endAtLimit() {
        try {
            ended = in.read() < 0;
        } catch (IOException e) {
            stop(Reading.because(e));
        }
        if (!ended) {
            stop("The file is larger than 12 MiB; only its beginning was read.");
        }
    }

    private void stop(String why) {
        because = why;
        ended = true;
    }

    /** Index behind the last seam; 0 for none. */
    private int endOfLastRecord() {
        for (int at = length - seam.length; at >= 0 && seam.length > 0; at--) {
            if (held[at] == seam[0]
                    && Arrays.equals(held, at, at + seam.length, seam, 0, seam.length)) {
                return at + seam.length;
            }
        }
        return 0;
    }
}
