package latchkey.analyzer.format;

import latchkey.analyzer.evidence.Entry;
import latchkey.analyzer.evidence.Level;
import latchkey.analyzer.evidence.Sink;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * A log of lines, each record being a header line and its continuations. Such files may be of any
 * size: only lines that hold an anchor or a landmark are decoded.
 */
public non-sealed interface LineFormat extends Format {
    /**
     * Fixed texts of at least ten bytes whose lines this format wants to see although no rule asks
     * for them: what the timeline is built from, and errors. Compared without ASCII case.
     */
    List<String> landmarks();

    /**
     * Reads the start of a record.
     *
     * @return null when the line continues the record before it
     */
    @Nullable Header header(String line);

    /**
     * Puts the marks and facts that a decoded record shows into the sink. The record itself is
     * passed on by the reader.
     */
    void read(Entry entry, Sink sink);

    /**
     * Whether a blank line ends a record, as in plain text; elsewhere it is a continuation like any
     * other.
     */
    default boolean blankLineEnds() {
        return false;
    }

    /**
     * What the bytes of a line alone tell of it: a short cut for {@link #header}, which it must
     * never contradict.
     */
    default Opening opening(byte[] bytes, int from, int to) {
        return Opening.UNSURE;
    }

    /** Whether a line starts a record or, not being blank, continues one. */
    enum Opening {
        STARTS,
        CONTINUES,
        UNSURE
    }

    /**
     * The start of a record.
     *
     * @param message index in the line of the first character after time and level
     */
    record Header(@Nullable Instant time, @Nullable Level level, int message) {}
}
