package latchkey.simulator.agent.log;

import latchkey.simulator.world.Dice;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;
import latchkey.simulator.world.Seed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What an agent says when nothing is the matter. */
final class Chatter {
    /** Between two lines of ordinary life. */
    @Known(how = How.ASSUMED, source = "no complete log of a quiet day is public")
    static final Duration PERIOD = Duration.ofSeconds(90);

    private static final int SAMPLES = 512;

    @Known(how = How.RECORDED, source = "heartbeat of 2019, serial port of 2022")
    private static final Routine.Line HEART =
            new Routine.Line(20, Level.HEART, "WindowsAzureGuestAgent Heartbeat.");

    @Known(how = How.RECORDED, source = "SupportArticles-docs issue 782, paste of 2022")
    private static final Routine.Line SERIAL =
            new Routine.Line(12, Level.TRACE, "VmHealthCollectorThread: Opening serial port");

    @Known(how = How.ASSUMED, source = "a quiet agent polls and reports; its words are not public")
    private static final List<String> SAID =
            List.of(
                    "Goal state is unchanged. Incarnation: %s",
                    "Telemetry: %s events were sent.",
                    "Status of the guest agent was uploaded in %s ms.",
                    "Next run of the goal state executor in %s ms.",
                    "Working set of the process: %s KB");

    private final Seed seed;
    private final String name;

    Chatter(Seed seed, String name) {
        this.seed = seed;
        this.name = name;
    }

    Dice dice() {
        return seed.dice("log/" + name);
    }

    /** Bytes of a line of it, on average. */
    long lineLength(HeaderForm form) {
        Dice dice = dice();
        long sum = 0;
        for (int i = 0; i < SAMPLES; i++) {
            Routine.Line line = line(dice);
            String header = form.header(Instant.EPOCH, line.thread(), line.level());
            sum += header.length() + line.text().length() + 2L;
        }
        return sum / SAMPLES;
    }

    Routine.Line line(Dice dice) {
        int which = dice.below(12);
        if (which < 5) {
            return HEART;
        }
        if (which == 5) {
            return SERIAL;
        }
        String said = SAID.get(which % SAID.size());
        String number = Long.toString(dice.between(1, 59_999));
        return new Routine.Line(4 + dice.below(20), Level.TRACE, said.replace("%s", number));
    }
}
