package latchkey.simulator.agent;

import latchkey.simulator.agent.handler.Command;
import latchkey.simulator.agent.handler.HandlerFolder;
import latchkey.simulator.wire.PluginGoal;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.util.function.Consumer;

/** An installed handler gives way to another version: disable, update, uninstall, install. */
@Known(how = How.SPECIFIED, source = "WALinuxAgent exthandlers.py; extension design note")
final class HandlerUpdate {
    private final Workflow flow;
    private final PluginGoal goal;
    private final HandlerSlot slot;

    HandlerUpdate(Workflow flow, PluginGoal goal, HandlerSlot slot) {
        this.flow = flow;
        this.goal = goal;
        this.slot = slot;
    }

    void start(Runnable install, Consumer<StepFailure> fail) {
        HandlerFolder old = slot.folder();
        HandlerFolder fresh = new HandlerFolder(flow.guest(), goal.handler(), goal.version());
        flow.run(
                old,
                Command.DISABLE,
                slot.sequence(),
                disabled ->
                        flow.run(
                                fresh,
                                Command.UPDATE,
                                goal.settings().sequence(),
                                updated -> updated(updated, old, install, fail)));
    }

    private void updated(
            CommandRun.Ending ending,
            HandlerFolder old,
            Runnable install,
            Consumer<StepFailure> fail) {
        if (ending instanceof CommandRun.Ending.Exited(int code) && code == 0) {
            flow.run(old, Command.UNINSTALL, slot.sequence(), removed -> leave(old, install));
            return;
        }
        String path =
                new HandlerFolder(flow.guest(), goal.handler(), goal.version())
                        .program(Command.UPDATE);
        fail.accept(
                StepFailure.of(
                        StepFailure.UPDATE,
                        "Update",
                        "Command " + path + " of " + goal.handler() + " did not succeed"));
    }

    private void leave(HandlerFolder old, Runnable install) {
        flow.guest().files().remove(old.root());
        flow.guest().registry().removeTree(old.key());
        install.run();
    }
}
