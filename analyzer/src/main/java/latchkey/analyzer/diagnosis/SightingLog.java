package latchkey.analyzer.diagnosis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The sightings of one signal in one file: the first and the last ones and how many there were. */
final class SightingLog {
    private static final int FIRST = 16;
    private static final int LAST = 112;

    private final List<Sighting> first = new ArrayList<>(2);
    private final Deque<Sighting> last = new ArrayDeque<>(2);
    private long count;

    void add(Sighting sighting) {
        count++;
        if (first.size() < FIRST) {
            first.add(sighting);
            return;
        }
        if (last.size() == LAST) {
            last.removeFirst();
        }
        last.addLast(sighting);
    }

    long count() {
        return count;
    }

    /** Takes back one that proves nothing after all. */
    void remove(Sighting sighting) {
        if (first.remove(sighting) || last.remove(sighting)) {
            count--;
        }
    }

    List<Sighting> kept() {
        List<Sighting> all = new ArrayList<>(first);
        all.addAll(last);
        return all;
    }
}
