package latchkey.simulator.agent.handler;

import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.chore.Chore;
import latchkey.simulator.guest.chore.Chores;
import latchkey.simulator.guest.chore.Outcome;
import latchkey.simulator.guest.chore.Reading;
import latchkey.simulator.guest.chore.ReadyMade;
import latchkey.simulator.guest.chore.ScriptReader;
import latchkey.simulator.guest.chore.WayIn;
import latchkey.simulator.wire.ExtensionStatus;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.time.Duration;
import java.util.List;

/** Run Command: it runs a script as the system account and tells what the script printed. */
@Known(how = How.SPECIFIED, source = "Run Command for Windows: commandId and script")
final class RunCommandHandler implements HandlerProgram {
    static final String NAME = "Microsoft.CPlat.Core.RunCommandWindows";
    private static final String POWERSHELL = "RunPowerShellScript";
    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(9);

    private final Chores chores;

    RunCommandHandler(Chores chores) {
        this.chores = chores;
    }

    @Override
    public Work begin(Call call) {
        Duration takes = call.dice().between(SHORTEST, LONGEST);
        if (call.command() != Command.ENABLE) {
            return new Work(takes, () -> Exit.WELL);
        }
        report(call, "transitioning", "Enabling RunCommandWindows.");
        return new Work(takes, () -> run(call));
    }

    private Exit run(Call call) {
        try {
            HandlerSettings settings = HandlerSettings.read(call.folder(), call.sequence());
            StringBuilder printed = new StringBuilder();
            readings(settings, call.folder().guest())
                    .forEach(reading -> printed.append(print(reading)));
            report(call, "success", printed.toString());
            return Exit.WELL;
        } catch (HandlerSettings.Unreadable e) {
            report(call, "error", String.valueOf(e.getMessage()));
            return new Exit(1, "", String.valueOf(e.getMessage()));
        }
    }

    private static List<Reading> readings(HandlerSettings settings, Guest guest) {
        String id = settings.open("commandId", false);
        return id.equalsIgnoreCase(POWERSHELL)
                ? ScriptReader.read(settings.openLines("script"))
                : List.of(ReadyMade.find(id, guest));
    }

    private String print(Reading reading) {
        return switch (reading) {
            case Reading.Does does -> print(does.chores());
            case Reading.Looks looks -> "";
            case Reading.Unknown unknown ->
                    unknown.program()
                            + " : The term '"
                            + unknown.program()
                            + "' is not recognized as the name of a cmdlet, function, script file,"
                            + " or operable program.\r\n";
        };
    }

    private String print(List<Chore> list) {
        StringBuilder printed = new StringBuilder();
        for (Chore chore : list) {
            String line =
                    switch (chores.perform(WayIn.RUN_COMMAND, chore)) {
                        case Outcome.Done done -> done.output();
                        case Outcome.Refused refused -> refused.output();
                        case Outcome.NoWayIn none -> none.because();
                    };
            printed.append(line).append(line.isEmpty() ? "" : "\r\n");
        }
        return printed.toString();
    }

    private static void report(Call call, String status, String message) {
        Guest guest = call.folder().guest();
        StatusFile.write(
                call.folder(),
                NAME,
                new ExtensionStatus(call.sequence(), guest.clock(), "Enable", status, 0, message));
    }
}
