package latchkey.simulator.guest;

import java.util.ArrayList;
import java.util.List;

/** Who is signed in. Everybody is signed out with the operating system. */
public final class Sessions {
    private final List<String> people = new ArrayList<>();
    private int last = 1;

    Sessions() {}

    /** Somebody is signed in from now on; answers the session's number. */
    public int begin(String who) {
        people.add(who);
        return ++last;
    }

    /** That person signs out. */
    public void end(String who) {
        people.remove(who);
    }

    /** Who is signed in, in the order they came. */
    public List<String> people() {
        return List.copyOf(people);
    }

    /** Whether anybody is. */
    public boolean isAnybodyIn() {
        return !people.isEmpty();
    }

    /** All are signed out. */
    void endAll() {
        people.clear();
        last = 1;
    }
}
