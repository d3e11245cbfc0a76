package latchkey.simulator.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/** The word under which a world is played. */
@Command(
        name = "simulate",
        header = "Play a world in which a machine fails as documented.",
        subcommands = {ListCommand.class, RunCommand.class, ServeCommand.class})
public final class SimulateCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    /** Found by its type. */
    public SimulateCommand() {
        this.spec = CommandSpec.create();
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do: one of list, run, serve. Try --help.");
    }
}
