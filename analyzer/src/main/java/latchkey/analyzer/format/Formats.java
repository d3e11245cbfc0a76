package latchkey.analyzer.format;

import java.util.List;
import java.util.stream.Stream;

/** The registry of formats: a file is read by the surest of them, among equals by the first. */
public final class Formats {
    private static final List<Format> ALL =
            Stream.of(LineFormats.all(), DocumentFormats.all()).flatMap(List::stream).toList();

    private Formats() {}

    /** Every format but plain text, which the reader falls back on. */
    public static List<Format> all() {
        return ALL;
    }
}
