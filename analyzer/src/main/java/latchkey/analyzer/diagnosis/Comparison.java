package latchkey.analyzer.diagnosis;

import latchkey.rules.rule.Signal;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How two captured values stand to each other. */
record Comparison(String operator, @Nullable Duration by) {
    /**
     * {@code 2026-06-02 17:15:04}, {@code 5:15 pm}, {@code 8h31}: date and seconds may be missing.
     */
    private static final Pattern CLOCK =
            Pattern.compile(
                    "(?i)(?:(\\d{4})-(0[1-9]|1[0-2])-(\\d\\d)[T"
                            + " ,]+)?(\\d{1,2})(?:[:h](\\d\\d))?(?::\\d\\d)?\\s*(am|pm)?.*");

    /**
     * Two clocks of one day may differ by some minutes; a time of day that is later than another by
     * nearly a whole day is rather a little earlier.
     */
    private static final long NEARLY_A_DAY = 20 * 60;

    private static final int DAY = 24 * 60;

    static Comparison of(Signal.Compare compare) {
        return new Comparison(compare.operator(), compare.by());
    }

    Truth between(String left, String right) {
        Duration distance = by;
        if (distance != null) {
            return liesBehind(left, right, distance.toMinutes());
        }
        boolean versions = left.matches("[0-9.]+") && right.matches("[0-9.]+");
        int order = versions ? VersionRange.compare(left, right) : left.compareToIgnoreCase(right);
        boolean holds =
                switch (operator) {
                    case "eq" -> order == 0;
                    case "ne" -> order != 0;
                    case "lt" -> order < 0;
                    case "lte" -> order <= 0;
                    case "gt" -> order > 0;
                    case "gte" -> order >= 0;
                    default ->
                            throw new IllegalArgumentException(
                                    "not an operator of the language of rules");
                };
        return holds ? Truth.TRUE : Truth.FALSE;
    }

    private static Truth liesBehind(String later, String earlier, long minutes) {
        Matcher to = CLOCK.matcher(later);
        Matcher from = CLOCK.matcher(earlier);
        if (!to.matches() || !from.matches()) {
            return Truth.UNKNOWN;
        }
        long between = minuteOfDay(to) - minuteOfDay(from);
        if (to.group(1) != null && from.group(1) != null) {
            return truth(between + (day(to) - day(from)) * DAY > minutes);
        }
        long sameDay = between < 0 ? between + DAY : between;
        return truth(sameDay > minutes && sameDay < NEARLY_A_DAY);
    }

    private static Truth truth(boolean holds) {
        return holds ? Truth.TRUE : Truth.FALSE;
    }

    private static long minuteOfDay(Matcher clock) {
        int hour = Integer.parseInt(clock.group(4));
        String half = clock.group(6);
        if (half != null) {
            hour = hour % 12 + (half.equalsIgnoreCase("pm") ? 12 : 0);
        }
        String minute = clock.group(5);
        return hour * 60L + (minute == null ? 0 : Integer.parseInt(minute));
    }

    private static long day(Matcher clock) {
        LocalDate month =
                LocalDate.of(Integer.parseInt(clock.group(1)), Integer.parseInt(clock.group(2)), 1);
        return month.toEpochDay() + Integer.parseInt(clock.group(3));
    }
}
