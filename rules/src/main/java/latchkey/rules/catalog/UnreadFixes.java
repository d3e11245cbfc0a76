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
    private final Map<String, Fields> files = new TreeMap<>();
    private final Map<String, Fix> read = new ConcurrentHashMap<>();

    /** Takes a file of whose soundness the build has made sure. */
    void add(Fields file) {
        String id = file.text("id");
        if (!id.isEmpty()) {
            files.put(id, file);
        }
    }

    @Override
    public boolean containsKey(Object id) {
        return files.containsKey(id);
    }

    @Override
    public @Nullable Fix get(Object id) {
        Fields file = files.get(id);
        return file == null ? null : read.computeIfAbsent((String) id, unused -> fix(file));
    }

    @Override
    public Set<String> keySet() {
        return Collections.unmodifiableSet(files.keySet());
    }

    @Override
    public Set<Entry<String, Fix>> entrySet() {
        return files.entrySet().stream()
                .map(file -> Map.entry(file.getKey(), fix(file.getValue())))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Fix fix(Fields file) {
        return Objects.requireNonNull(new FixReader().read(file));
    }
}
