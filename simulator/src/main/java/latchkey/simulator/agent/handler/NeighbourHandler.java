package latchkey.simulator.agent.handler;

import latchkey.simulator.guest.Guest;
import latchkey.simulator.wire.ExtensionStatus;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.time.Duration;

/** A handler beside VMAccess that does its work and says so. */
@Known(
        how = How.ASSUMED,
        source = "durations and words of success of handlers that are not VMAccess")
final class NeighbourHandler implements HandlerProgram {
    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(9);

    private static final String ENTRA_LOGIN = "Microsoft.Azure.ActiveDirectory.AADLoginForWindows";

    private final String name;
    private final boolean forWindows;

    NeighbourHandler(String name, boolean forWindows) {
        this.name = name;
        this.forWindows = forWindows;
    }

    @Override
    public boolean isForWindows() {
        return forWindows;
    }

    @Override
    public Work begin(Call call) {
        Duration takes = call.dice().between(SHORTEST, LONGEST);
        if (call.command() != Command.ENABLE) {
            return new Work(takes, () -> Exit.WELL);
        }
        report(call, "transitioning", "Enabling " + shortName() + ".");
        return new Work(takes, () -> enable(call));
    }

    private Exit enable(Call call) {
        Guest guest = call.folder().guest();
        if (name.equals(ENTRA_LOGIN)) {
            guest.entra().run();
        }
        report(call, "success", words());
        return Exit.WELL;
    }

    private String words() {
        return switch (shortName()) {
            case "CustomScriptExtension" -> "Finished executing command";
            case "AADLoginForWindows" -> "Successfully joined device to Microsoft Entra ID.";
            case "IaaSAntimalware" -> "Microsoft Antimalware enabled";
            case "JsonADDomainExtension" -> "Join completed for Domain";
            default -> "Plugin enabled";
        };
    }

    private String shortName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private void report(Call call, String status, String message) {
        Guest guest = call.folder().guest();
        StatusFile.write(
                call.folder(),
                name,
                new ExtensionStatus(call.sequence(), guest.clock(), "Enable", status, 0, message));
    }
}
