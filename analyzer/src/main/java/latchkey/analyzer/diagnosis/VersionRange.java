package latchkey.analyzer.diagnosis;

import java.util.ArrayList;
import java.util.List;

/** An interval of dotted versions such as {@code [2.0,3.0)}; a missing bound is open. */
record VersionRange(String from, boolean fromIncluded, String to, boolean toIncluded) {

    static VersionRange parse(String text) {
        String inner = text.substring(1, text.length() - 1);
        int comma = inner.indexOf(',');
        String from = comma < 0 ? inner : inner.substring(0, comma);
        String to = comma < 0 ? inner : inner.substring(comma + 1);
        return new VersionRange(from.trim(), text.startsWith("["), to.trim(), text.endsWith("]"));
    }

    boolean contains(String version) {
        if (!from.isEmpty()) {
            int order = compare(version, from);
            if (order < 0 || (order == 0 && !fromIncluded)) {
                return false;
            }
        }
        if (to.isEmpty()) {
            return true;
        }
        int order = compare(version, to);
        return order < 0 || (order == 0 && toIncluded);
    }

    /**
     * Compares number by number; a missing number is 0, anything that is no number sorts before
     * numbers.
     */
    static int compare(String a, String b) {
        List<Long> left = numbers(a);
        List<Long> right = numbers(b);
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            int order =
                    Long.compare(
                            i < left.size() ? left.get(i) : 0, i < right.size() ? right.get(i) : 0);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static List<Long> numbers(String version) {
        List<Long> numbers = new ArrayList<>();
        for (String part : version.trim().split("\\.", -1)) {
            boolean number =
                    !part.isEmpty()
                            && part.length() < 18
                            && part.chars().allMatch(c -> c >= '0' && c <= '9');
            numbers.add(number ? Long.parseLong(part) : -1L);
        }
        return numbers;
    }
}
