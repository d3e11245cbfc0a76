package latchkey.simulator.guest;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as Windows shows them in each language. The machines here keep UTC. */
@Known(how = How.INFERRED, source = "short date and long time of the locales; Azure VMs keep UTC")
public final class EventDates {
    private EventDates() {}

    /** Short date and long time. */
    public static String local(Tongue tongue, Instant at) {
        return formatter(tongue).format(at.atOffset(ZoneOffset.UTC));
    }

    private static DateTimeFormatter formatter(Tongue tongue) {
        String pattern =
                switch (tongue) {
                    case ENGLISH -> "M/d/yyyy h:mm:ss a";
                    case GERMAN -> "dd.MM.yyyy HH:mm:ss";
                    case FRENCH -> "dd/MM/yyyy HH:mm:ss";
                    case SPANISH -> "dd/MM/yyyy H:mm:ss";
                    case JAPANESE -> "yyyy/MM/dd H:mm:ss";
                };
        return DateTimeFormatter.ofPattern(pattern, Locale.US);
    }
}
