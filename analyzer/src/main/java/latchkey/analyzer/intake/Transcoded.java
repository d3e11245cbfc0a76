package latchkey.analyzer.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Another encoding turned into UTF-8 on the way; what cannot be decoded becomes the replacement
 * character.
 */
final class Transcoded extends InputStream {
    private static final int BLOCK = 64 * 1024;

    private final InputStream source;
    private final CharsetDecoder decoder;
    private final CharsetEncoder encoder =
            StandardCharsets.UTF_8
                    .newEncoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final ByteBuffer in = ByteBuffer.allocate(BLOCK).flip();
    private final CharBuffer chars = CharBuffer.allocate(BLOCK);
    private final ByteBuffer out = ByteBuffer.allocate(3 * BLOCK).flip();
    private boolean isAtEnd;

    Transcoded(InputStream source, Charset charset) {
        this.source = source;
        this.decoder =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!out.hasRemaining()) {
            if (isAtEnd) {
                return -1;
            }
            next();
        }
        int given = Math.min(length, out.remaining());
        out.get(into, offset, given);
        return given;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    /** Three bytes out for a char in at most, so a block always fits. */
    private void next() throws IOException {
        in.compact();
        int got = source.read(in.array(), in.position(), in.remaining());
        isAtEnd = got < 0;
        in.position(in.position() + Math.max(0, got)).flip();
        decoder.decode(in, chars, isAtEnd);
        if (isAtEnd) {
            decoder.flush(chars);
        }
        chars.flip();
        out.clear();
        encoder.encode(chars, out, isAtEnd);
        out.flip();
        chars.compact();
    }
}
