package latchkey.web.play;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Something the world told: its own account, which no part of the imitated product reads. */
public record Event(long number, Instant at, String where, String what, Map<String, String> with) {
    public Event {
        with = Collections.unmodifiableMap(new LinkedHashMap<>(with));
    }

    /** Where, what, and the rest, in one line. */
    public String sentence() {
        StringBuilder text = new StringBuilder(where).append(": ").append(what.replace('-', ' '));
        with.forEach(
                (name, value) ->
                        text.append(", ").append(name.replace('-', ' ')).append(' ').append(value));
        return text.toString();
    }
}
