package latchkey.simulator.agent.log;

import latchkey.simulator.guest.Guest;
import latchkey.simulator.world.World;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one log holds. Records that matter are kept; what a program says again and again is kept
 * once, as a routine with its beginning and its end. Order is the world's, stamps are the guest's.
 */
public final class Diary {
    /** A record as it was written. */
    record Entry(Instant at, int thread, Level level, String text) {}

    /** The guest's clock differed from the world's by this much from then on. */
    record ClockChange(Instant at, Duration offset) {}

    private final World world;
    private final Guest guest;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Routine> routines = new ArrayList<>();
    private final Map<String, Routine> open = new LinkedHashMap<>();
    private final List<ClockChange> clockChanges = new ArrayList<>();
    private Duration noted = Duration.ZERO;

    /** An empty diary. */
    public Diary(World world, Guest guest) {
        this.world = world;
        this.guest = guest;
        clockChanges.add(new ClockChange(Instant.MIN, Duration.ZERO));
    }

    /** Ordinary progress. */
    public void info(int thread, String text) {
        add(thread, Level.INFO, text);
    }

    /** Progress of note, or something odd. */
    public void warn(int thread, String text) {
        add(thread, Level.WARN, text);
    }

    /** A failure. */
    public void error(int thread, String text) {
        add(thread, Level.ERROR, text);
    }

    /** Detail. */
    public void trace(int thread, String text) {
        add(thread, Level.TRACE, text);
    }

    /** One record; lines after the first are continuations. */
    public void add(int thread, Level level, String text) {
        noteClock();
        entries.add(new Entry(world.now(), thread, level, text));
    }

    /**
     * From now on those lines repeat. A routine of that name that says the same goes on; one that
     * says something else ends.
     */
    public void begin(String name, Duration period, Routine.Line... lines) {
        Routine former = open.get(name);
        List<Routine.Line> said = List.of(lines);
        if (former != null && former.lines().equals(said)) {
            return;
        }
        end(name);
        noteClock();
        Routine fresh = new Routine(world.now(), period, said);
        routines.add(fresh);
        open.put(name, fresh);
    }

    /** The routine of that name ends. */
    public void end(String name) {
        Routine routine = open.remove(name);
        if (routine != null) {
            noteClock();
            routine.endAt(world.now());
        }
    }

    /** All routines end, as when the program does. */
    public void endAll() {
        List.copyOf(open.keySet()).forEach(this::end);
    }

    /** The guest's clock is looked at; needed only where it may have been changed. */
    public void noteClock() {
        Duration offset = guest.clockOffset();
        if (!noted.equals(offset)) {
            noted = offset;
            clockChanges.add(new ClockChange(world.now(), offset));
        }
    }

    /** The last record that holds those words. */
    public Optional<String> lastWith(String words) {
        return entries.reversed().stream()
                .map(Entry::text)
                .filter(text -> text.contains(words))
                .findFirst();
    }

    /** Records kept, routines counted once. */
    public int size() {
        return entries.size() + routines.size();
    }

    Instant worldNow() {
        return world.now();
    }

    Instant worldStart() {
        return world.start();
    }

    List<Entry> entries() {
        return entries;
    }

    List<Routine> routines() {
        return routines;
    }

    Instant stamp(Instant worldTime) {
        Duration offset = Duration.ZERO;
        for (ClockChange change : clockChanges) {
            if (change.at().isAfter(worldTime)) {
                break;
            }
            offset = change.offset();
        }
        return worldTime.plus(offset);
    }
}
