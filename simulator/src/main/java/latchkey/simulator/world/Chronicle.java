package latchkey.simulator.world;

import java.util.ArrayList;
import java.util.List;

/**
 * What happened, in order. Holds the last so many happenings, and counts all; a world of a thousand
 * machines may run for years of its own time.
 */
public final class Chronicle {
    private static final int KEPT = 200_000;

    private final List<Happening> happenings = new ArrayList<>();
    private long told;

    /** How many happenings were told since the world began. */
    public long told() {
        return told;
    }

    /** Those kept, oldest first. */
    public List<Happening> all() {
        return List.copyOf(happenings);
    }

    /** Those after that number that are still kept, oldest first. */
    public List<Happening> after(long number) {
        if (happenings.isEmpty() || number >= told) {
            return List.of();
        }
        long first = happenings.getFirst().number();
        int from = (int) Math.max(0, number - first + 1);
        return List.copyOf(happenings.subList(from, happenings.size()));
    }

    void add(Happening happening) {
        if (happenings.size() >= KEPT) {
            happenings.subList(0, KEPT / 2).clear();
        }
        happenings.add(happening);
        told = happening.number();
    }
}
