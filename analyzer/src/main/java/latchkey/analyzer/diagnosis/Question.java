package latchkey.analyzer.diagnosis;

import latchkey.rules.rule.Predicate;

import org.jspecify.annotations.Nullable;

import java.util.function.DoublePredicate;

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
        return predicate instanceof Predicate.Exists exists ? exists.wanted() : isInBound(text);
    }

    private boolean isInBound(String text) {
        return switch (predicate) {
            case Predicate.LessThan bound -> isNumber(text, number -> number < bound.bound());
            case Predicate.AtMost bound -> isNumber(text, number -> number <= bound.bound());
            case Predicate.GreaterThan bound -> isNumber(text, number -> number > bound.bound());
            case Predicate.AtLeast bound -> isNumber(text, number -> number >= bound.bound());
            case Predicate.Exists other -> false;
            case Predicate.Equals other -> false;
            case Predicate.In other -> false;
            case Predicate.Matches other -> false;
        };
    }

    private static boolean isNumber(String text, DoublePredicate wanted) {
        try {
            return wanted.test(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
