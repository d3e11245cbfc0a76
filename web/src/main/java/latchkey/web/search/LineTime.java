package latchkey.web.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The moment a line begins with, in the ways that logs of these machines write it; UTC. */
final class LineTime {
    private static final int HEAD = 64;

    /** 2026-10-06T07:06:48.604Z, 2026-10-06 07:06:48. */
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)[T ](\\d\\d):(\\d\\d):(\\d\\d)");

    /** 10/06/2026 07:06:48, as Windows writes it in American. */
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(\\d\\d?)/(\\d\\d?)/(\\d{4})[, ]+(\\d\\d?):(\\d\\d):(\\d\\d)");

    private LineTime() {}

    static Optional<Instant> of(String line) {
        String head = line.length() > HEAD ? line.substring(0, HEAD) : line;
        Matcher iso = YEAR_FIRST.matcher(head);
        if (iso.find()) {
            return time(iso, 1, 2, 3);
        }
        Matcher american = MONTH_FIRST.matcher(head);
        return american.find() ? time(american, 3, 1, 2) : Optional.empty();
    }

    private static Optional<Instant> time(Matcher found, int year, int month, int day) {
        try {
            return Optional.of(
                    LocalDateTime.of(
                                    number(found, year),
                                    number(found, month),
                                    number(found, day),
                                    number(found, 4),
                                    number(found, 5),
                                    number(found, 6))
                            .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }
}
