package latchkey.simulator.scenario;

/** Plays a story from its setting to its ending. */
public final class Player {
    private Player() {}

    /** The whole story; the same order gives the same performance, byte for byte. */
    public static Performance play(Order order) {
        return Play.of(order).look();
    }
}
