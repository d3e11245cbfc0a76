package latchkey.analyzer.format;

import latchkey.analyzer.evidence.Entry;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The values of a document, found by their paths without regard to case. */
final class Values {
    private static final List<String> TIMES =
            List.of("timestamputc", "eventtimestamp", "time", "endtime", "reporttime");

    /** A wider object is a table of names, in which nothing stands beside another. */
    private static final int WIDEST = 40;

    private static final int LONGEST = 400;
    private static final Pattern IN_A_LIST = Pattern.compile("/[0-9]+$");

    private final List<Leaf> all;
    private final Map<String, Leaf> byPath = new HashMap<>();
    private final Map<String, Instant> times = new HashMap<>();
    private final Map<String, Map<String, String>> objects = new HashMap<>();

    Values(List<Leaf> all) {
        this.all = List.copyOf(all);
        for (Leaf leaf : all) {
            byPath.putIfAbsent(leaf.path().toLowerCase(Locale.ROOT), leaf);
            keepBeside(leaf);
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

    /** The name of a value, and what stands beside it in its object. */
    Map<String, String> fieldsOf(Leaf leaf) {
        Map<String, String> fields = new HashMap<>();
        Map<String, String> beside = objects.getOrDefault(objectOf(leaf.path()), Map.of());
        if (beside.size() <= WIDEST) {
            fields.putAll(beside);
        }
        fields.put("name", leaf.name());
        return fields;
    }

    private void keepBeside(Leaf leaf) {
        String object = objectOf(leaf.path());
        Map<String, String> values = objects.computeIfAbsent(object, path -> new HashMap<>());
        if (leaf.isSealed() || values.size() > WIDEST) {
            return;
        }
        String name = leaf.path().substring(object.length()).replaceFirst("^!?/", "");
        int list = name.indexOf('/');
        values.merge(
                Entry.BESIDE + (list < 0 ? name : name.substring(0, list)).toLowerCase(Locale.ROOT),
                leaf.value(),
                (former, another) -> former.length() > LONGEST ? former : former + "," + another);
    }

    /** The object that holds a value, also where the value is one of a list in it. */
    private static String objectOf(String path) {
        String at = path;
        while (IN_A_LIST.matcher(at).find()) {
            at = Leaf.parentOf(at);
        }
        return Leaf.parentOf(at);
    }

    private void keepTime(Leaf leaf) {
        Instant time = Times.of(leaf.value());
        if (time != null) {
            times.putIfAbsent(leaf.parent(), time);
        }
    }
}
