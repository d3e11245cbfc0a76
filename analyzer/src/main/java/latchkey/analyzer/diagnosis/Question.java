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
        return switch (predicate) {
            case Predicate.Exists exists -> exists.wanted();
            case Predicate.Equals equals -> equals.value().equalsIgnoreCase(text);
            case Predicate.In in -> in.values().stream().anyMatch(text::equalsIgnoreCase);
            case Predicate.Matches matches -> expression != null && expression.isIn(text);
            case Predicate.LessThan bound -> isNumber(text, number -> number < bound.bound());
            case Predicate.AtMost bound -> isNumber(text, number -> number <= bound.bound());
            case Predicate.GreaterThan bound -> isNumber(text, number -> number > bound.bound());
            case Predicate.AtLeast bound -> isNumber(text, number -> number >= bound.bound());
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
