package latchkey.simulator.scenario.bundle;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as the imitated products write them. */
public final class Stamps {
    private static final DateTimeFormatter EVENT = form("yyyy-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'");
    private static final DateTimeFormatter CULTURE = form("M/d/yyyy h:mm:ss a");
    private static final DateTimeFormatter CLOCK = form("HH:mm:ss");

    private Stamps() {}

    private static DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.US).withZone(ZoneOffset.UTC);
    }

    /** With nine decimals, as event exports have it. */
    static String nanos(Instant at) {
        return EVENT.format(at);
    }

    /** As PowerShell prints it in an American culture. */
    public static String american(Instant at) {
        return CULTURE.format(at);
    }

    /** The time of day. */
    static String clock(Instant at) {
        return CLOCK.format(at);
    }
}
