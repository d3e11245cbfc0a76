package latchkey.simulator.agent.handler;

import latchkey.simulator.guest.chore.Chores;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;
import latchkey.simulator.world.World;

import java.util.Set;

/** The programs that packages bring. */
@Known(how = How.SPECIFIED, source = "extension catalogue: publishers and types")
public final class HandlerShelf {
    private static final Set<String> FOR_LINUX =
            Set.of(
                    "Microsoft.OSTCExtensions.VMAccessForLinux",
                    "Microsoft.Azure.Extensions.CustomScript",
                    "Microsoft.CPlat.Core.RunCommandLinux",
                    "Microsoft.OSTCExtensions.CustomScriptForLinux");

    private final HandlerProgram vmAccess;
    private final HandlerProgram runCommand;

    /** A shelf whose VMAccess behaves by those knobs, and whose Run Command works in that guest. */
    public HandlerShelf(World world, VmAccessOptions options, Chores chores) {
        this.vmAccess = new VmAccessHandler(world, options);
        this.runCommand = new RunCommandHandler(chores);
    }

    /** The program of that handler; an unknown one is an ordinary neighbour. */
    public HandlerProgram program(String handler) {
        if (handler.equalsIgnoreCase(VmAccessHandler.NAME)) {
            return vmAccess;
        }
        if (handler.equalsIgnoreCase(RunCommandHandler.NAME)) {
            return runCommand;
        }
        boolean linux = FOR_LINUX.contains(handler) || handler.endsWith("ForLinux");
        return new NeighbourHandler(handler, !linux);
    }
}
