package latchkey.analyzer.diagnosis;

import latchkey.analyzer.evidence.Fact;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is known about the machine; of several values for one fact the latest dated one counts. */
public final class Facts {
    private final Map<String, Fact> byName = new TreeMap<>();

    static Facts of(List<Fact> facts) {
        Facts known = new Facts();
        facts.forEach(known::add);
        return known;
    }

    public Optional<Fact> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public @Nullable String value(String name) {
        Fact fact = byName.get(name);
        return fact == null ? null : fact.value();
    }

    private void add(Fact fact) {
        Fact known = byName.get(fact.name());
        if (known == null || isLater(fact.time(), known.time())) {
            byName.put(fact.name(), fact);
        }
    }

    private static boolean isLater(@Nullable Instant time, @Nullable Instant than) {
        return than == null ? time != null : time != null && time.isAfter(than);
    }
}
