package latchkey.analyzer.redaction;

import latchkey.analyzer.intake.Item;
import latchkey.analyzer.intake.TextStream;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** One text file in blocks of whole lines, written back in the encoding it had. */
final class TextCopy implements AutoCloseable {
    private static final int BLOCK = 256 * 1024;

    /** A line, or a key in several lines, is held together up to here. */
    private static final int LONGEST = 8 * BLOCK;

    private static final int PEEKED = 8 * 1024;
    private static final List<String> BINARY_ENDINGS =
            List.of(
                    ".evtx", ".etl", ".png", ".jpg", ".jpeg", ".bmp", ".gif", ".dmp", ".exe",
                    ".dll", ".cab", ".pfx", ".hiv", ".cat");

    private final InputStream text;
    private final Charset charset;
    private final byte[] mark;
    private final boolean isBinary;
    private @Nullable IOException failure;

    private TextCopy(InputStream text, Charset charset, byte[] mark, boolean isBinary) {
        this.text = text;
        this.charset = charset;
        this.mark = mark;
        this.isBinary = isBinary;
    }

    static TextCopy open(Item item) throws IOException {
        byte[] mark;
        try (InputStream start = item.open()) {
            mark = mark(start.readNBytes(3));
        }
        TextStream stream = TextStream.open(item.open());
        BufferedInputStream utf8 = new BufferedInputStream(stream.utf8(), PEEKED);
        utf8.mark(PEEKED);
        byte[] head = utf8.readNBytes(PEEKED);
        utf8.reset();
        String name = item.name().toLowerCase(Locale.ROOT);
        boolean isBinary = BINARY_ENDINGS.stream().anyMatch(name::endsWith) || isBinary(head);
        return new TextCopy(utf8, Charset.forName(stream.encoding()), mark, isBinary);
    }

    private static byte[] mark(byte[] start) {
        if (start.length == 3
                && (start[0] & 0xff) == 0xef
                && (start[1] & 0xff) == 0xbb
                && (start[2] & 0xff) == 0xbf) {
            return start;
        }
        boolean isWide =
                start.length >= 2
                        && ((start[0] & 0xff) + (start[1] & 0xff)) == 0xff + 0xfe
                        && (start[0] & 0xff) >= 0xfe;
        return isWide ? Arrays.copyOf(start, 2) : new byte[0];
    }

    /** Zero bytes alone make no binary file: disks that lost power leave them in logs. */
    private static boolean isBinary(byte[] head) {
        int controls = 0;
        for (byte b : head) {
            boolean isControl = b > 0 && b < ' ' && "\t\n\r\f\u001b".indexOf(b) < 0;
            controls += isControl ? 1 : 0;
        }
        return controls * 50 > head.length;
    }

    boolean isBinary() {
        return isBinary;
    }

    void write(UnaryOperator<String> mask, OutputStream out) throws IOException {
        out.write(mark);
        try {
            eachBlock(block -> put(mask.apply(block), out));
        } catch (IOException cutOff) {
            if (failure != null) {
                throw failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void put(String block, OutputStream out) {
        try {
            if (failure == null) {
                out.write(block.getBytes(charset));
            }
        } catch (IOException e) {
            failure = e;
        }
    }

    /** What comes before a failure is given out, then the failure is thrown. */
    void eachBlock(Consumer<String> block) throws IOException {
        Reader reader = new InputStreamReader(text, StandardCharsets.UTF_8);
        StringBuilder held = new StringBuilder();
        char[] buffer = new char[64 * 1024];
        try {
            for (int got = reader.read(buffer); got >= 0; got = reader.read(buffer)) {
                held.append(buffer, 0, got);
                if (held.length() >= BLOCK) {
                    int cut = cut(held);
                    block.accept(held.substring(0, cut));
                    held.delete(0, cut);
                }
            }
        } finally {
            block.accept(held.toString());
        }
    }

    /** Behind the last line that stands for itself; 0 to go on reading. */
    private static int cut(StringBuilder held) {
        int key = held.lastIndexOf("-----BEGIN ");
        boolean isInKey = key >= 0 && held.indexOf("-----END ", key) < 0;
        int at = isInKey ? held.lastIndexOf("\n", key) + 1 : held.lastIndexOf("\n") + 1;
        while (at > 0 && leavesOpen(held, at)) {
            at = held.lastIndexOf("\n", at - 2) + 1;
        }
        return at == 0 && held.length() >= LONGEST ? held.length() : at;
    }

    /** A name whose value stands in the next line. */
    private static boolean leavesOpen(StringBuilder held, int end) {
        int at = end - 1;
        while (at >= 0 && Character.isWhitespace(held.charAt(at))) {
            at--;
        }
        boolean isNamed = at >= 0 && (held.charAt(at) == ':' || held.charAt(at) == '=');
        return isNamed || (at >= 8 && held.substring(at - 8, at + 1).equalsIgnoreCase("password>"));
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
