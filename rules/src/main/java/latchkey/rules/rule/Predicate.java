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

    /** A number within a bound. */
    sealed interface Bound extends Predicate {
        boolean holds(double number);
    }

    record LessThan(double bound) implements Bound {
        @Override
        public boolean holds(double number) {
            return number < bound;
        }
    }

    record AtMost(double bound) implements Bound {
        @Override
        public boolean holds(double number) {
            return number <= bound;
        }
    }

    record GreaterThan(double bound) implements Bound {
        @Override
        public boolean holds(double number) {
            return number > bound;
        }
    }

    record AtLeast(double bound) implements Bound {
        @Override
        public boolean holds(double number) {
            return number >= bound;
        }
    }
}
