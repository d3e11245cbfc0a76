package latchkey.analyzer.evidence;

import latchkey.rules.rule.SourceKind;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * What became of one file.
 *
 * @param lines physical lines seen; 0 for a binary or refused file
 * @param unparsed lines that belong to no record of the format
 * @param because why it was not read whole, null when it was
 * @param gaps notes on clock jumps and missing spans, for people
 */
public record Coverage(
        String file,
        SourceKind kind,
        long lines,
        long unparsed,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String encoding,
        Read read,
        @Nullable String because,
        List<String> gaps) {
    /** How much was read. */
    public enum Read {
        WHOLE,
        PART,
        REFUSED,
        UNKNOWN_KIND
    }

    public Coverage {
        gaps = List.copyOf(gaps);
    }
}
