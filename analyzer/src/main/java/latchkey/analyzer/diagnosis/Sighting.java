package latchkey.analyzer.diagnosis;

import latchkey.analyzer.evidence.Quote;
import latchkey.analyzer.evidence.RunKey;
import latchkey.rules.rule.SourceKind;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;

/**
 * One place where a signal was seen.
 *
 * @param captures named groups of the expression that matched
 * @param clock the moment in an unknown zone, where no time is known
 */
record Sighting(
        Quote quote,
        SourceKind kind,
        @Nullable RunKey run,
        Map<String, String> captures,
        @Nullable LocalDateTime clock) {
    Sighting {
        captures = Map.copyOf(captures);
    }

    Sighting(Quote quote, SourceKind kind, @Nullable RunKey run, Map<String, String> captures) {
        this(quote, kind, run, captures, null);
    }

    @Nullable Instant time() {
        return quote.time();
    }
}
