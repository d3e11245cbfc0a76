package latchkey.analyzer.format;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Streams one log of lines, block after block, in memory that does not depend on its size. A reader
 * of a range of a file would start here with the number of its first line.
 */
final class LogReader {
    private final Window window;
    private final LineFormat format;
    private final Consumer<Window> records;
    private final Diary diary = new Diary();
    private long lines;
    private long unparsed;
    private boolean sawHeader;
    private @Nullable String because;

    LogReader(InputStream utf8, byte lineEnd, LineFormat format, Consumer<Window> records) {
        this.window = new Window(utf8, lineEnd);
        this.format = format;
        this.records = records;
    }

    /** Reads to the end, or to where reading fails: what was read until then stays. */
    Reading read() {
        while (advance()) {
            note();
            records.accept(window);
        }
        List<String> notes = new ArrayList<>(diary.notes());
        if (window.longLine() > 0) {
            notes.add(
                    "Line "
                            + window.longLine()
                            + " is longer than 1 MiB and was looked at in pieces.");
        }
        return new Reading(lines, unparsed, diary.from(), diary.to(), because, notes);
    }

    private boolean advance() {
        if (because != null) {
            return false;
        }
        try {
            return window.advance();
        } catch (IOException e) {
            because = Reading.because(e);
            return window.salvage();
        }
    }

    private void note() {
        diary.block(window);
        for (int line = window.firstFresh(); !sawHeader && line < window.stop(); line++) {
            sawHeader = format.header(window.text(line)) != null;
            unparsed += sawHeader || window.isPiece(line) ? 0 : 1;
        }
        lines = window.number(window.stop() - 1);
    }
}
