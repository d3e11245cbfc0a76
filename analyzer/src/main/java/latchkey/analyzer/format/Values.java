package latchkey.analyzer.format;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The values of a document, found by their paths without regard to case. */
final class Values {
    private static final List<String> TIMES =
            List.of("timestamputc", "eventtimestamp", "time", "endtime", "reporttime");

    private final List<Leaf> all;
    private final Map<String, Leaf> byPath = new HashMap<>();
    private final Map<String, Instant> times = new HashMap<>();

    Values(List<Leaf> all) {
        this.all = List.copyOf(all);
        for (Leaf leaf : all) {
            byPath.putIfAbsent(leaf.path().toLowerCase(Locale.ROOT), leaf);
        }
        for (String name : TIMES) {
            all.stream().filter(leaf -> leaf.isNamed(name)).forEach(this::keepTime);
        }
    }

    List<Leaf> all() {
        return all;
    }

    Stream<Leaf> named(String name) {
        return all.stream().filter(leaf -> leaf.isNamed(name));
    }

    @Nullable Leaf at(String path) {
        return byPath.get(path.toLowerCase(Locale.ROOT));
    }

    /** The first of these names below the path that is there and says something. */
    @Nullable Leaf firstAt(String path, List<String> names) {
        for (String name : names) {
            Leaf leaf = at(path + "/" + name);
            if (leaf != null && !leaf.value().isBlank() && !leaf.value().equals("null")) {
                return leaf;
            }
        }
        return null;
    }

    /** The time that stands nearest around the path. */
    @Nullable Instant timeAround(String path) {
        return nearest(times, path);
    }

    /** What the map holds for the path or the nearest path around it. */
    static <T> @Nullable T nearest(Map<String, T> known, String path) {
        for (String at = path; ; at = Leaf.parentOf(at)) {
            T value = known.get(at);
            if (value != null || at.isEmpty()) {
                return value;
            }
        }
    }

    /** The paths of everything that holds a value of that name, in their order. */
    List<String> holdersOf(String name, Predicate<Leaf> which) {
        Map<String, Leaf> holders = new LinkedHashMap<>();
        named(name).filter(which).forEach(leaf -> holders.putIfAbsent(leaf.parent(), leaf));
        return List.copyOf(holders.keySet());
    }

    private void keepTime(Leaf leaf) {
        Instant time = Times.of(leaf.value());
        if (time != null) {
            times.putIfAbsent(leaf.parent(), time);
        }
    }
}
