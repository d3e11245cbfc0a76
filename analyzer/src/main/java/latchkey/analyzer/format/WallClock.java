package latchkey.analyzer.format;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as people's event viewers write them: in an unknown zone, so that they tell how far events
 * lie apart and no more.
 */
final class WallClock {
    private static final Pattern WRITTEN =
            Pattern.compile(
                    "(\\d{1,4})[./-](\\d{1,2})[./-](\\d{1,4}),? +(\\d{1,2}):(\\d{2})(?::(\\d{2}))?"
                            + "\\s*([AaPp])?\\.?[Mm]?\\.?");

    private WallClock() {}

    /** The moment in ISO form, null for what is no such date. */
    static @Nullable String of(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            return null;
        }
        int first = Integer.parseInt(written.group(1));
        int second = Integer.parseInt(written.group(2));
        int third = Integer.parseInt(written.group(3));
        boolean yearFirst = first > 31;
        boolean dayFirst = first > 12 || (written.group(7) == null && second <= 12);
        try {
            return LocalDateTime.of(
                            yearFirst ? first : third < 100 ? 2000 + third : third,
                            yearFirst ? second : dayFirst ? second : first,
                            yearFirst ? third : dayFirst ? first : second,
                            hour(Integer.parseInt(written.group(4)), written.group(7)),
                            Integer.parseInt(written.group(5)),
                            written.group(6) == null ? 0 : Integer.parseInt(written.group(6)))
                    .toString();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int hour(int hour, @Nullable String half) {
        if (half == null) {
            return hour;
        }
        return hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
    }
}
