package latchkey.simulator.agent;

import latchkey.simulator.guest.Guest;
import latchkey.simulator.world.World;

import java.time.Duration;

/**
 * The life of one process: what was arranged within it is dropped with it, and waits while the
 * system answers nobody.
 */
final class Life {
    private static final Duration LATER = Duration.ofSeconds(5);

    private final World world;
    private final Guest guest;
    private boolean over;

    Life(World world, Guest guest) {
        this.world = world;
        this.guest = guest;
    }

    boolean isOver() {
        return over;
    }

    void end() {
        over = true;
    }

    void after(Duration delay, String what, Runnable action) {
        world.after(delay, what, () -> act(what, action));
    }

    private void act(String what, Runnable action) {
        if (over) {
            return;
        }
        if (guest.isHung()) {
            after(LATER, what, action);
        } else {
            action.run();
        }
    }
}
