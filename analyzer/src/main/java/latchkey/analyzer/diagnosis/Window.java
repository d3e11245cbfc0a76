package latchkey.analyzer.diagnosis;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** The span of time the user asks about; records without a time are always inside. */
public record Window(@Nullable Instant since, @Nullable Instant until) {
    public static final Window ALWAYS = new Window(null, null);

    boolean holds(@Nullable Instant time) {
        return time == null
                || ((since == null || !time.isBefore(since))
                        && (until == null || !time.isAfter(until)));
    }
}
