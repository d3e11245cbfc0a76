package latchkey.rules.rule;

import java.util.List;

/** A question about one value of a structured source. Text is compared without regard to case. */
public sealed interface Predicate {
    record Exists(boolean wanted) implements Predicate {}

    record Equals(String value) implements Predicate {}

    record In(List<String> values) implements Predicate {
        public In {
            values = List.copyOf(values);
        }
    }

    /** An RE2 expression that must be found somewhere in the value. */
    record Matches(String regex) implements Predicate {}

    record LessThan(double bound) implements Predicate {}

    record AtMost(double bound) implements Predicate {}

    record GreaterThan(double bound) implements Predicate {}

    record AtLeast(double bound) implements Predicate {}
}
