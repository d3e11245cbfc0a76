package latchkey.analyzer.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** Stand-in until the real decoder lands: drops a UTF-8 byte order mark and passes everything else through. */
public final class TextStream {
    private final InputStream utf8;

    private TextStream(InputStream utf8) {
        this.utf8 = utf8;
    }

    public static TextStream open(InputStream raw) throws IOException {
        PushbackInputStream input = new PushbackInputStream(raw, 3);
        byte[] start = input.readNBytes(3);
        boolean mark = start.length == 3 && (start[0] & 0xff) == 0xEF && (start[1] & 0xff) == 0xBB;
        if (!mark) {
            input.unread(start);
        }
        return new TextStream(input);
    }

    public InputStream utf8() {
        return utf8;
    }

    public String encoding() {
        return "utf-8";
    }
}
