package latchkey.rules.catalog;

import org.jspecify.annotations.Nullable;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;

/**
 * A map of the compiled pack that is read when somebody asks for it: the rules have with them what
 * they need of it, and only packs on top of this one look up more.
 */
final class UnreadMap<V> extends AbstractMap<String, V> {
    private final PackInput part;
    private final Reading<V> reading;
    private @Nullable Map<String, V> read;

    /** How the part is read. */
    @FunctionalInterface
    interface Reading<V> {
        Map<String, V> of(PackInput part);
    }

    UnreadMap(PackInput part, Reading<V> reading) {
        this.part = part;
        this.reading = reading;
    }

    @Override
    public synchronized Set<Entry<String, V>> entrySet() {
        Map<String, V> known = read;
        if (known == null) {
            known = reading.of(part);
            read = known;
        }
        return known.entrySet();
    }
}
