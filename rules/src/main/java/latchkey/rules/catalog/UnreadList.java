package latchkey.rules.catalog;

import org.jspecify.annotations.Nullable;

import java.util.AbstractList;
import java.util.List;

/**
 * A list of the compiled pack that is read when somebody asks for it: most starts never hear a
 * person and never meet a foreign message.
 */
final class UnreadList<T> extends AbstractList<T> {
    private final PackInput part;
    private final Reading<T> reading;
    private @Nullable List<T> read;

    /** How the part is read. */
    @FunctionalInterface
    interface Reading<T> {
        List<T> of(PackInput part);
    }

    UnreadList(PackInput part, Reading<T> reading) {
        this.part = part;
        this.reading = reading;
    }

    @Override
    public T get(int index) {
        return list().get(index);
    }

    @Override
    public int size() {
        return list().size();
    }

    private synchronized List<T> list() {
        List<T> known = read;
        if (known == null) {
            known = reading.of(part);
            read = known;
        }
        return known;
    }
}
