package latchkey.analyzer.evidence;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.function.Function;

/**
 * Comparators as {@link Comparator} makes them, but not serializable: no start-up archive holds
 * serializable lambdas, and the first of them costs a start 10 ms.
 */
public final class Order {
    private Order() {}

    /** By a key in its natural order. */
    public static <T, K extends Comparable<? super K>> Comparator<T> by(Function<T, K> key) {
        return (a, b) -> key.apply(a).compareTo(key.apply(b));
    }

    /** By a key, those without one before the others. */
    public static <T, K extends Comparable<? super K>> Comparator<T> missingFirst(
            Function<T, @Nullable K> key) {
        return (a, b) -> compare(key.apply(a), key.apply(b), -1);
    }

    /** By a key, those without one behind the others. */
    public static <T, K extends Comparable<? super K>> Comparator<T> missingLast(
            Function<T, @Nullable K> key) {
        return (a, b) -> compare(key.apply(a), key.apply(b), 1);
    }

    /** The other way round. */
    public static <T> Comparator<T> down(Comparator<T> order) {
        return (a, b) -> order.compare(b, a);
    }

    /** By the first order that tells two apart. */
    @SafeVarargs
    public static <T> Comparator<T> of(Comparator<T>... orders) {
        return (a, b) -> {
            for (Comparator<T> order : orders) {
                int difference = order.compare(a, b);
                if (difference != 0) {
                    return difference;
                }
            }
            return 0;
        };
    }

    private static <K extends Comparable<? super K>> int compare(
            @Nullable K a, @Nullable K b, int ofMissing) {
        if (a == null || b == null) {
            return a == b ? 0 : a == null ? ofMissing : -ofMissing;
        }
        return a.compareTo(b);
    }
}
