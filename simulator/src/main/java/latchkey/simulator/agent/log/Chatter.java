package latchkey.simulator.agent.log;

import latchkey.simulator.world.Dice;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;
import latchkey.simulator.world.Seed;

import java.time.Duration;
import java.util.List;

/** What an agent says when nothing is the matter. */
final class Chatter {
    /** Between two lines of ordinary life. */
    @Known(how = How.ASSUMED, source = "no complete log of a quiet day is public")
    static final Duration PERIOD = Duration.ofMinutes(5);

    /** Bytes of a line of it, about. */
    static final long LINE = 96;

    @Known(how = How.RECORDED, source = "heartbeat of 2019, serial port of 2022")
    private static final List<Routine.Line> SAID =
            List.of(
                    new Routine.Line(20, Level.HEART, "WindowsAzureGuestAgent Heartbeat."),
                    new Routine.Line(
                            12, Level.TRACE, "VmHealthCollectorThread: Opening serial port"));

    private final Seed seed;
    private final String name;

    Chatter(Seed seed, String name) {
        this.seed = seed;
        this.name = name;
    }

    Dice dice() {
        return seed.dice("log/" + name);
    }

    Routine.Line line(Dice dice) {
        return dice.oneIn(8) ? SAID.get(1) : SAID.getFirst();
    }
}
