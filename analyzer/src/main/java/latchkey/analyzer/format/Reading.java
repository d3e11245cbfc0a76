package latchkey.analyzer.format;

import latchkey.analyzer.evidence.Coverage;
import latchkey.analyzer.intake.RefusedException;
import latchkey.rules.rule.SourceKind;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * What came of reading one file.
 *
 * @param because why it was not read whole, null when it was
 */
record Reading(
        long lines,
        long unparsed,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String because,
        List<String> gaps) {
    static final Reading EMPTY = new Reading(0, 0, null, null, null, List.of());

    Coverage coverage(String file, SourceKind kind, String encoding) {
        Coverage.Read read = because == null ? Coverage.Read.WHOLE : Coverage.Read.PART;
        return new Coverage(file, kind, lines, unparsed, from, to, encoding, read, because, gaps);
    }

    /** The sentence for the report when reading ends early. */
    static String because(IOException e) {
        String message = e.getMessage();
        if (e instanceof RefusedException && message != null) {
            return message;
        }
        return "The file could not be read to its end" + (message == null ? "." : ": " + message);
    }
}
