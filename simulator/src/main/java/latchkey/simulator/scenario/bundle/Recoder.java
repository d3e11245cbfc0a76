package latchkey.simulator.scenario.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Turns UTF-8 into another encoding as it passes. */
final class Recoder extends OutputStream {
    private static final int ROOM = 8192;

    private final OutputStream out;
    private final Charset to;
    private final CharsetDecoder decoder =
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final ByteBuffer waiting = ByteBuffer.allocate(ROOM);
    private final CharBuffer letters = CharBuffer.allocate(ROOM);

    Recoder(OutputStream out, Charset to) {
        this.out = out;
        this.to = to;
    }

    @Override
    public void write(int octet) throws IOException {
        waiting.put((byte) octet);
        if (!waiting.hasRemaining()) {
            pass(false);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            write(bytes[i]);
        }
    }

    void finish() throws IOException {
        pass(true);
    }

    private void pass(boolean last) throws IOException {
        waiting.flip();
        decoder.decode(waiting, letters, last);
        letters.flip();
        out.write(letters.toString().getBytes(to));
        letters.clear();
        waiting.compact();
    }
}
