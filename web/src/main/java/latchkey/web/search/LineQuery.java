package latchkey.web.search;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;

/**
 * Which lines are looked for; what is null or empty is not asked.
 *
 * @param isExpression whether the text is an expression, which runs in linear time
 * @param hash only in this file
 */
public record LineQuery(
        String text,
        boolean isExpression,
        Optional<Level> level,
        Span span,
        @Nullable String hash) {

    /** From one moment to another, open where null. */
    public record Span(@Nullable Instant since, @Nullable Instant until) {
        public static final Span ALWAYS = new Span(null, null);

        boolean isOpen() {
            return since == null && until == null;
        }

        boolean holds(@Nullable Instant time) {
            return time != null
                    && (since == null || !time.isBefore(since))
                    && (until == null || !time.isAfter(until));
        }
    }

    /** What is wrong with the expression, for people; empty when nothing is. */
    public Optional<String> problem() {
        if (isExpression) {
            try {
                Pattern.compile(text);
            } catch (PatternSyntaxException e) {
                return Optional.of("The expression cannot be read: " + e.getDescription() + ".");
            }
        }
        return Optional.empty();
    }

    /**
     * Text that a line must hold, so that one look at the bytes passes over most lines; empty when
     * they have to be read one by one.
     */
    String required() {
        if (!span.isOpen()) {
            return "";
        }
        return isExpression ? RequiredText.of(text).orElse("") : text;
    }
}
