package latchkey.simulator.world;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/**
 * One event queue that owns time. Taking an appointment sets the clock; nothing else does. A world
 * is used by one thread at a time; who shares it holds a lock around every use.
 */
public final class World {
    private final Seed seed;
    private final Instant start;
    private final Limits limits;
    private final Map<String, Dice> dice = new HashMap<>();
    private final PriorityQueue<Appointment> queue = new PriorityQueue<>();
    private final Chronicle chronicle = new Chronicle();
    private Instant now;
    private long appointments;
    private long kept;

    /** A world in which nothing has happened yet. */
    public World(Seed seed, Instant start, Limits limits) {
        this.seed = seed;
        this.start = start;
        this.limits = limits;
        this.now = start;
    }

    /** The world's time. A guest's clock may differ from it. */
    public Instant now() {
        return now;
    }

    /** When the world began. */
    public Instant start() {
        return start;
    }

    /** The number all chance comes from. */
    public Seed seed() {
        return seed;
    }

    /** The stream of chance of that name; the same one at every call. */
    public Dice dice(String name) {
        return dice.computeIfAbsent(name, seed::dice);
    }

    /** What happened so far. */
    public Chronicle chronicle() {
        return chronicle;
    }

    /** Appointments kept so far. */
    public long kept() {
        return kept;
    }

    /** Arranges an action for later; a delay below nought counts as nought. */
    public Appointment after(Duration delay, String what, Runnable action) {
        return at(delay.isNegative() ? now : now.plus(delay), what, action);
    }

    /** Arranges an action for an instant; one that has passed counts as now. */
    public Appointment at(Instant instant, String what, Runnable action) {
        Instant due = instant.isBefore(now) ? now : instant;
        Appointment appointment = new Appointment(due, appointments++, what, action);
        queue.add(appointment);
        return appointment;
    }

    /** Tells a happening; details are names and values in turn. */
    public Happening tell(String where, String what, String... details) {
        if (details.length % 2 != 0) {
            throw new IllegalArgumentException("details are names and values in turn");
        }
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < details.length; i += 2) {
            named.put(details[i], details[i + 1]);
        }
        Happening happening = new Happening(chronicle.told() + 1, now, where, what, named);
        chronicle.add(happening);
        return happening;
    }

    /**
     * Takes the next appointment, however far away.
     *
     * @return false when there is none
     * @throws WorldExhausted at the limit of events or time
     */
    public boolean step() {
        Appointment next = next();
        if (next == null) {
            return false;
        }
        queue.remove();
        now = next.at();
        kept++;
        if (kept > limits.events() || Duration.between(start, now).compareTo(limits.span()) > 0) {
            throw new WorldExhausted(kept, now);
        }
        next.keep();
        return true;
    }

    /** Keeps everything due within that time, and ends exactly at its end. */
    public void advance(Duration by) {
        advanceTo(now.plus(by));
    }

    /**
     * Keeps everything due until then, and ends exactly then; an instant that has passed does
     * nothing.
     */
    public void advanceTo(Instant end) {
        for (Appointment next = next(); next != null && !next.at().isAfter(end); next = next()) {
            step();
        }
        if (end.isAfter(now)) {
            now = end;
        }
    }

    /**
     * Runs until the condition holds, looking after every appointment.
     *
     * @param atMost simulated time after which it gives up, the clock standing at its end
     * @return whether the condition holds
     */
    public boolean advanceUntil(BooleanSupplier reached, Duration atMost) {
        Instant end = now.plus(atMost);
        while (!reached.getAsBoolean()) {
            Appointment next = next();
            if (next == null || next.at().isAfter(end)) {
                now = end;
                return reached.getAsBoolean();
            }
            step();
        }
        return true;
    }

    /** When the next appointment is due, or null when there is none. */
    public @Nullable Instant nextDue() {
        Appointment next = next();
        return next == null ? null : next.at();
    }

    private @Nullable Appointment next() {
        while (!queue.isEmpty() && queue.element().isCalledOff()) {
            queue.remove();
        }
        return queue.peek();
    }
}
