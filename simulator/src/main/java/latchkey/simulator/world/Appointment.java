package latchkey.simulator.world;

import java.time.Instant;

/** Something that will happen at its time unless it is called off before. */
public final class Appointment implements Comparable<Appointment> {
    private final Instant at;
    private final long number;
    private final String what;
    private final Runnable action;
    private boolean calledOff;

    Appointment(Instant at, long number, String what, Runnable action) {
        this.at = at;
        this.number = number;
        this.what = what;
        this.action = action;
    }

    /** When it is due. */
    public Instant at() {
        return at;
    }

    /** What is going to happen, in a few words for traces. */
    public String what() {
        return what;
    }

    /** It will not happen. Calling off what has happened changes nothing. */
    public void callOff() {
        calledOff = true;
    }

    boolean isCalledOff() {
        return calledOff;
    }

    void keep() {
        action.run();
    }

    /** Earlier first; of one instant, first made first. */
    @Override
    public int compareTo(Appointment other) {
        int byTime = at.compareTo(other.at);
        return byTime != 0 ? byTime : Long.compare(number, other.number);
    }
}
