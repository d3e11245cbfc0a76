package latchkey.simulator.agent;

import latchkey.simulator.agent.handler.Command;
import latchkey.simulator.agent.handler.HandlerFolder;
import latchkey.simulator.agent.handler.HandlerProgram;
import latchkey.simulator.agent.log.Diary;
import latchkey.simulator.agent.log.HeaderForm;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.wire.GoalState;
import latchkey.simulator.wire.PluginGoal;
import latchkey.simulator.world.Dice;
import latchkey.simulator.world.World;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** One goal state at work: its handlers strictly one after another. */
final class Workflow {
    static final int THREAD = 14;

    private final WorkflowSite site;
    private final GoalState goal;
    private final Deque<PluginGoal> waiting;
    private final Runnable done;

    /**
     * What a workflow works with.
     *
     * @param agent the agent it belongs to
     * @param world time and tale
     * @param life the process it dies with
     * @param installer downloads and unpacks
     */
    record WorkflowSite(GuestAgent agent, World world, Life life, PackageInstaller installer) {}

    Workflow(WorkflowSite site, GoalState goal, List<PluginGoal> plugins, Runnable done) {
        this.site = site;
        this.goal = goal;
        this.waiting = new ArrayDeque<>(plugins);
        this.done = done;
    }

    void start() {
        diary().info(THREAD, "Start Workflow.");
        diary().info(
                        THREAD,
                        "Starting installation/update of plugins. Incarnation: "
                                + goal.incarnation()
                                + ", extension count: "
                                + waiting.size());
        next();
    }

    private void next() {
        PluginGoal plugin = waiting.poll();
        if (plugin == null) {
            done.run();
            return;
        }
        HandlerSlot slot = site.agent().slot(plugin.handler());
        HandlerWork work = new HandlerWork(this, plugin, slot);
        switch (plugin.state()) {
            case ENABLED -> work.enable();
            case DISABLED -> work.disable();
            case UNINSTALL -> work.remove();
        }
    }

    /** The handler at work is done, well or not. */
    void handlerEnds() {
        site.agent().changed();
        after(Duration.ofMillis(40), this::next);
    }

    void after(Duration delay, Runnable action) {
        site.life().after(delay, "workflow", action);
    }

    void run(HandlerFolder folder, Command command, int sequence, Reaction reaction) {
        HandlerProgram program = site.agent().parts().shelf().program(folder.handler());
        Duration limit = limit(command);
        HandlerProgram.Call call = new HandlerProgram.Call(command, folder, sequence, dice());
        CommandRun.Place place =
                new CommandRun.Place(site.life(), diary(), HandlerWork.THREAD, form());
        new CommandRun(place, call, reaction::ended).start(program, limit);
    }

    /** What follows the end of a command. */
    @FunctionalInterface
    interface Reaction {
        void ended(CommandRun.Ending ending);
    }

    private Duration limit(Command command) {
        AgentPace pace = site.agent().pace();
        return switch (command) {
            case INSTALL -> pace.installLimit();
            case ENABLE -> pace.enableLimit();
            case DISABLE, UPDATE, UNINSTALL -> pace.otherLimit();
        };
    }

    Diary diary() {
        return site.agent().parts().logs().agent();
    }

    Guest guest() {
        return site.agent().guest();
    }

    Dice dice() {
        return site.agent().dice();
    }

    World world() {
        return site.world();
    }

    Life life() {
        return site.life();
    }

    GoalState goal() {
        return goal;
    }

    PackageInstaller installer() {
        return site.installer();
    }

    void changed() {
        site.agent().changed();
    }

    boolean isRunnable(String handler) {
        return site.agent().parts().shelf().program(handler).isForWindows();
    }

    HeaderForm form() {
        return site.agent().parts().logs().form();
    }

    /** Whether the agent is of the years before progress became a warning. */
    boolean isOldest() {
        return form() == HeaderForm.A0;
    }

    void forget(String handler) {
        site.agent().forget(handler);
    }
}
