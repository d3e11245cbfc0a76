package latchkey.analyzer.format;

import latchkey.analyzer.format.DocumentKit.Kept;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/** Sample logs, and the reader as it is put together for the product. */
final class LineKit {
    private static final Reader READER = new Reader(Formats.all(), List.of("an anchor of no rule"));

    private LineKit() {}

    static String sample(String name) {
        try (InputStream file = LineKit.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Peek peek(String name, String text) {
        return new Peek(name, text.substring(0, Math.min(text.length(), 16384)));
    }

    /** The format that reads such a file; the first of the surest. */
    static Format formatOf(String name, String text) {
        var peek = peek(name, text);
        return Formats.all().stream()
                .max(
                        Comparator.<Format>comparingInt(format -> format.recognises(peek))
                                .thenComparing(Formats.all()::indexOf, Comparator.reverseOrder()))
                .filter(format -> format.recognises(peek) > 1)
                .orElseGet(PlainText::new);
    }

    static Kept read(String name, String text) {
        var kept = new Kept();
        try {
            READER.read(new ReadingKit.Bytes(name, text), kept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return kept;
    }
}
