package latchkey.simulator.wire;

/** A placed machine as its host sees it: power, and nothing of what runs inside. */
public interface Machine {
    /** Applies power; the operating system starts in its own time, or does not. */
    void powerOn();

    /**
     * Takes power away.
     *
     * @param clean whether the operating system is asked to shut down first
     */
    void powerOff(boolean clean);

    /** Whether the firmware has handed over to a running operating system. */
    boolean isUp();

    /** The machine is moved or removed for good; what ran inside ends. */
    void discard();
}
