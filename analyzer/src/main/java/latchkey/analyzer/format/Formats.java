package latchkey.analyzer.format;

import java.util.List;

/** The registry of formats. */
public final class Formats {
    private Formats() {}

    public static List<Format> all() {
        return DocumentFormats.all();
    }
}
