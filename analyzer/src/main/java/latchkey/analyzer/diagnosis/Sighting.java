package latchkey.analyzer.diagnosis;

import latchkey.analyzer.evidence.Quote;
import latchkey.analyzer.evidence.RunKey;
import latchkey.rules.rule.SourceKind;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;

/**
 * One place where a signal was seen.
 *
 * @param captures named groups of the expression that matched
 */
record Sighting(Quote quote, SourceKind kind, @Nullable RunKey run, Map<String, String> captures) {
    Sighting {
        captures = Map.copyOf(captures);
    }

    @Nullable Instant time() {
        return quote.time();
    }
}
