package latchkey.rules.catalog;

import latchkey.rules.rule.Predicate;

/** One question about a value in the compiled pack. */
final class PredicateBinary {
    private static final int EXISTS = 0;
    private static final int EQUALS = 1;
    private static final int IN = 2;
    private static final int MATCHES = 3;
    private static final int LESS_THAN = 4;
    private static final int AT_MOST = 5;
    private static final int GREATER_THAN = 6;
    private static final int AT_LEAST = 7;

    private PredicateBinary() {}

    static void write(Predicate predicate, PackOutput out) {
        switch (predicate) {
            case Predicate.Exists exists -> {
                out.number(EXISTS);
                out.yes(exists.wanted());
            }
            case Predicate.Equals equal -> {
                out.number(EQUALS);
                out.text(equal.value());
            }
            case Predicate.In in -> {
                out.number(IN);
                out.texts(in.values());
            }
            case Predicate.Matches matches -> {
                out.number(MATCHES);
                out.text(matches.regex());
            }
            case Predicate.LessThan less -> write(LESS_THAN, less.bound(), out);
            case Predicate.AtMost most -> write(AT_MOST, most.bound(), out);
            case Predicate.GreaterThan greater -> write(GREATER_THAN, greater.bound(), out);
            case Predicate.AtLeast least -> write(AT_LEAST, least.bound(), out);
        }
    }

    static Predicate read(PackInput in) {
        int form = in.number();
        return switch (form) {
            case EXISTS -> new Predicate.Exists(in.yes());
            case EQUALS -> new Predicate.Equals(in.text());
            case IN -> new Predicate.In(in.texts());
            case MATCHES -> new Predicate.Matches(in.text());
            case LESS_THAN -> new Predicate.LessThan(bound(in));
            case AT_MOST -> new Predicate.AtMost(bound(in));
            case GREATER_THAN -> new Predicate.GreaterThan(bound(in));
            case AT_LEAST -> new Predicate.AtLeast(bound(in));
            default -> throw new IllegalStateException("a form of question nobody wrote");
        };
    }

    private static void write(int form, double bound, PackOutput out) {
        out.number(form);
        out.text(Double.toString(bound));
    }

    private static double bound(PackInput in) {
        return Double.parseDouble(in.text());
    }
}
