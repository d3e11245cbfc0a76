package latchkey.analyzer.format;

import java.util.List;

/** All formats that are read whole. */
final class DocumentFormats {
    private static final List<Format> ALL = List.of(new HandlerStatus(), new ArmError(), new GenericJson());

    private DocumentFormats() {}

    static List<Format> all() {
        return ALL;
    }
}
