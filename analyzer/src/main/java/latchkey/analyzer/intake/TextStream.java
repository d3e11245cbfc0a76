package latchkey.analyzer.intake;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * Bytes of a text file as UTF-8, whatever they were written in; the encoding is guessed from the
 * first 64 KiB.
 */
public final class TextStream {
    private static final int PEEKED = 64 * 1024;

    private final InputStream utf8;
    private final String encoding;

    private TextStream(InputStream utf8, String encoding) {
        this.utf8 = utf8;
        this.encoding = encoding;
    }

    /**
     * Peeks and decides. A stream that fails while it is peeked at still hands out what came before
     * the failure, and then throws it.
     */
    public static TextStream open(InputStream raw) throws IOException {
        Rejoined whole = new Rejoined(raw);
        Encoding encoding = whole.guess();
        Charset charset = encoding.charset();
        InputStream utf8 = charset == null ? whole : new Transcoded(whole, charset);
        return new TextStream(utf8, encoding.name());
    }

    /**
     * The text from its start, without a byte order mark. Malformed bytes of UTF-8 are passed on as
     * they are.
     */
    public InputStream utf8() {
        return utf8;
    }

    /** The encoding the bytes are written in, in lower case: utf-8, utf-16le, windows-1252. */
    public String encoding() {
        return encoding;
    }

    /**
     * Reads until the array is full or the stream ends or fails; a failure after the first byte is
     * an end.
     */
    static int fill(InputStream stream, byte[] head) throws IOException {
        int length = 0;
        int got = 0;
        while (got >= 0 && length < head.length) {
            length += got;
            try {
                got = stream.read(head, length, head.length - length);
            } catch (IOException e) {
                if (length == 0) {
                    throw e;
                }
                return length;
            }
        }
        return length;
    }

    /** The peeked bytes, then the rest; reads past the head go straight to the source. */
    private static final class Rejoined extends InputStream {
        private final byte[] head = new byte[PEEKED];
        private int at;
        private int end;
        private final InputStream rest;
        private @Nullable IOException failure;

        Rejoined(InputStream rest) {
            this.rest = rest;
            try {
                fillHead();
            } catch (IOException e) {
                failure = e;
            }
        }

        Encoding guess() {
            Encoding encoding = Encoding.of(Arrays.copyOf(head, end), end < head.length);
            at = encoding.mark();
            return encoding;
        }

        private void fillHead() throws IOException {
            int got = 0;
            while (got >= 0 && end < head.length) {
                end += got;
                got = rest.read(head, end, head.length - end);
            }
        }

        @Override
        public int read() throws IOException {
            if (at < end) {
                return head[at++] & 0xff;
            }
            failIfItDid();
            return rest.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (at < end) {
                int given = Math.min(length, end - at);
                System.arraycopy(head, at, into, offset, given);
                at += given;
                return given;
            }
            failIfItDid();
            return rest.read(into, offset, length);
        }

        @Override
        public int available() throws IOException {
            return at < end ? end - at : rest.available();
        }

        @Override
        public void close() throws IOException {
            rest.close();
        }

        private void failIfItDid() throws IOException {
            if (failure != null) {
                throw failure;
            }
        }
    }
}
