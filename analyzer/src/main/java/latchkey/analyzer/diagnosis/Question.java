package latchkey.analyzer.diagnosis;

import latchkey.rules.rule.Predicate;

import org.jspecify.annotations.Nullable;

/** A predicate in the form in which it is asked of a value. */
final class Question {
    private final Predicate predicate;
    private final @Nullable Expression expression;

    Question(Predicate predicate) {
        this.predicate = predicate;
        this.expression =
                predicate instanceof Predicate.Matches matches
                        ? new Expression(matches.regex())
                        : null;
    }

    boolean isTrueOf(String value) {
        String text = value.trim();
        if (expression != null) {
            return expression.isIn(text);
        }
        if (predicate instanceof Predicate.Equals equals) {
            return equals.value().equalsIgnoreCase(text);
        }
        if (predicate instanceof Predicate.In in) {
            return in.values().stream().anyMatch(text::equalsIgnoreCase);
        }
        if (predicate instanceof Predicate.Exists exists) {
            return exists.wanted();
        }
        return predicate instanceof Predicate.Bound bound && isWithin(bound, text);
    }

    private static boolean isWithin(Predicate.Bound bound, String text) {
        try {
            return bound.holds(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
