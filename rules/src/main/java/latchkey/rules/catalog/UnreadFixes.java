package latchkey.rules.catalog;

import latchkey.rules.rule.Fix;

import org.jspecify.annotations.Nullable;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Fixes by id that are read when somebody asks for them: a report wants a handful, and reading all
 * would be a fifth of a start.
 */
final class UnreadFixes extends AbstractMap<String, Fix> {
    private final byte[] bytes;
    private final Map<String, Integer> places = new TreeMap<>();
    private final Map<String, Fix> read = new ConcurrentHashMap<>();

    /**
     * @param bytes the compiled pack, of whose soundness the build has made sure
     */
    UnreadFixes(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * @param from where the fix begins
     */
    void add(String id, int from) {
        places.put(id, from);
    }

    @Override
    public boolean containsKey(Object id) {
        return places.containsKey(id);
    }

    @Override
    public @Nullable Fix get(Object id) {
        return places.containsKey(id) ? read.computeIfAbsent((String) id, this::fix) : null;
    }

    @Override
    public Set<String> keySet() {
        return Collections.unmodifiableSet(places.keySet());
    }

    @Override
    public Set<Entry<String, Fix>> entrySet() {
        return places.keySet().stream()
                .map(id -> Map.entry(id, read.computeIfAbsent(id, this::fix)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Fix fix(String id) {
        Node node = NodeBinary.read(new PackInput(bytes, Objects.requireNonNull(places.get(id))));
        if (node instanceof Node.Fields fields) {
            Fix fix = new FixReader().read(new Fields(id, fields, new Problems()));
            return Objects.requireNonNull(fix);
        }
        throw new IllegalStateException("a fix of the compiled pack is no map");
    }
}
