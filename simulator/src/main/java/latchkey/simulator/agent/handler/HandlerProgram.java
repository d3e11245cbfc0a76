package latchkey.simulator.agent.handler;

import latchkey.simulator.world.Dice;

import java.time.Duration;
import java.util.function.Supplier;

/** A handler as the program it is: it reads its files, works for a while, and ends. */
public interface HandlerProgram {
    /**
     * What a command of it runs with.
     *
     * @param command what is asked
     * @param folder where it lives
     * @param sequence number of the settings, {@code ConfigSequenceNumber}
     * @param dice its own chance
     */
    record Call(Command command, HandlerFolder folder, int sequence, Dice dice) {}

    /**
     * A command at work.
     *
     * @param takes until it ends by itself
     * @param finish what it does last, and how it ends
     */
    record Work(Duration takes, Supplier<Exit> finish) {}

    /**
     * How a command ended.
     *
     * @param code exit code
     * @param output its standard output
     * @param error its standard error
     */
    record Exit(int code, String output, String error) {
        /** Ended well and said nothing. */
        public static final Exit WELL = new Exit(0, "", "");
    }

    /** Whether Windows can run it at all. */
    default boolean isForWindows() {
        return true;
    }

    /** Begins a command. */
    Work begin(Call call);
}
