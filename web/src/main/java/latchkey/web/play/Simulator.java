package latchkey.web.play;

import java.util.Optional;

/**
 * Whether the simulator is part of this program; names none of its types, so that it may be not.
 */
public final class Simulator {
    private Simulator() {}

    /** Room for plays, or nothing where there is no simulator. */
    public static Optional<Plays> plays() {
        try {
            Class.forName("latchkey.simulator.scenario.Play");
        } catch (ClassNotFoundException absent) {
            return Optional.empty();
        }
        return Optional.of(Plays.ofProgram());
    }
}
