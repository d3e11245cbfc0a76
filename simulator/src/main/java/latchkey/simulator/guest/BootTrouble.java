package latchkey.simulator.guest;

/** What keeps an installation from coming up, or from answering once it is up. */
public enum BootTrouble {
    /** It comes up. */
    NONE,
    /** It stops with a blue screen or a boot manager's message and goes no further. */
    STOPS,
    /** It stays at "Working on updates" for hours, and comes up when nobody disturbs it. */
    UPDATES
}
