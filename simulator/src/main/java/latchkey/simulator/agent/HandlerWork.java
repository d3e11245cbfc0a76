package latchkey.simulator.agent;

import latchkey.simulator.agent.handler.Command;
import latchkey.simulator.agent.handler.HandlerFolder;
import latchkey.simulator.agent.log.Diary;
import latchkey.simulator.agent.log.HeaderForm;
import latchkey.simulator.agent.log.Level;
import latchkey.simulator.guest.Win32Error;
import latchkey.simulator.wire.PluginGoal;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.time.Duration;
import java.util.Optional;

/** Brings one handler to where a goal state wants it. */
@Known(how = How.RECORDED, source = "message families of WaAppAgent.log, 2016 to 2024")
final class HandlerWork {
    static final int THREAD = 13;

    private final Workflow flow;
    private final PluginGoal goal;
    private final HandlerSlot slot;
    private final String name;
    private final String former;

    HandlerWork(Workflow flow, PluginGoal goal, HandlerSlot slot) {
        this.flow = flow;
        this.goal = goal;
        this.slot = slot;
        this.name = goal.handler();
        this.former = slot.version();
    }

    void enable() {
        announce();
        if (slot.isInstalled(goal.version())) {
            settle();
        } else {
            bring();
        }
    }

    private void announce() {
        diary().warn(
                        Workflow.THREAD,
                        "Start the root task for Plugin handler '"
                                + name
                                + "' Runtime Settings of extension ''.");
        diary().info(
                        THREAD,
                        "Starting extension processing for extension 'HandlerName: '"
                                + name
                                + "', ExtensionName: '''");
        diary().warn(
                        THREAD,
                        "Processing plugin "
                                + name
                                + " version "
                                + goal.version()
                                + ", state: "
                                + goal.state().word()
                                + ", autoupgrade: "
                                + (goal.autoUpgrade() ? "True" : "False")
                                + ", isJson: True");
    }

    private void bring() {
        diary().info(
                        THREAD,
                        "Getting plugin locations for plugin '"
                                + name
                                + "'. Current Version: '"
                                + former
                                + "', Requested Version: '"
                                + goal.version()
                                + "'");
        if (!slot.isInstalled(former)) {
            slot.setVersion(goal.version());
        }
        slot.says(
                "Installing",
                0,
                "Installing plugin (name: " + name + ", version: " + goal.version() + ")");
        flow.changed();
        flow.after(
                flow.dice().between(Duration.ofMillis(1800), Duration.ofMillis(5600)),
                () -> flow.installer().bring(goal, flow.goal(), this::brought));
    }

    private void brought(Optional<StepFailure> failure) {
        if (failure.isPresent()) {
            fail(failure.get());
        } else if (slot.isInstalled(former) && !former.equals(goal.version())) {
            new HandlerUpdate(flow, goal, slot).start(this::install, this::fail);
        } else {
            install();
        }
    }

    private void install() {
        slot.setVersion(goal.version());
        String label = "(name: " + name + ", version: " + goal.version() + ")";
        diary().warn(THREAD, "Setting up plugin environment " + label + "., Code: 0");
        diary().warn(THREAD, "Installing plugin " + label + ", Code: 0");
        if (!flow.isRunnable(name)) {
            String text =
                    "The specified executable is not a valid application for this OS platform.";
            fail(StepFailure.of(StepFailure.INSTALL, "Install", text));
            return;
        }
        flow.run(slot.folder(), Command.INSTALL, 0, ending -> ended(Command.INSTALL, ending));
    }

    private void ended(Command command, CommandRun.Ending ending) {
        String path = slot.folder().program(command);
        switch (ending) {
            case CommandRun.Ending.Exited(int code) when code == 0 -> {
                diary().info(
                                THREAD,
                                "Command "
                                        + path
                                        + " of "
                                        + name
                                        + " has exited with Exit code: 0");
                succeeded(command);
            }
            case CommandRun.Ending.Exited(int code) -> {
                String text =
                        "Command " + path + " of " + name + " has exited with Exit code: " + code;
                diary().error(THREAD, text);
                diary().error(
                                THREAD,
                                command.title()
                                        + " command of "
                                        + name
                                        + " has exited with Exit code: "
                                        + code);
                fail(StepFailure.of(codeOf(command), command.title(), text));
            }
            case CommandRun.Ending.Killed killed -> {
                String text =
                        "Command "
                                + path
                                + " of "
                                + name
                                + " has not exited on time!"
                                + " Killing it...";
                diary().error(THREAD, text);
                diary().error(
                                THREAD,
                                command.title()
                                        + " command of "
                                        + name
                                        + " has not exited on time! Killing it...");
                fail(StepFailure.of(late(command), command.title(), text));
            }
        }
    }

    private static int codeOf(Command command) {
        return command == Command.INSTALL ? StepFailure.INSTALL : StepFailure.ENABLE;
    }

    @Known(how = How.SPECIFIED, source = "WALinuxAgent: 1011 is a handler that timed out")
    private static int late(Command command) {
        return command == Command.INSTALL ? StepFailure.INSTALL : StepFailure.TIMED_OUT;
    }

    private void succeeded(Command command) {
        String version = goal.version();
        if (command == Command.INSTALL) {
            diary().info(THREAD, "Successfully installed plugin " + name + ".");
            progress("Installed plugin (name: " + name + ", version: " + version + "), Code: 0");
            stateIs(HandlerSlot.State.INSTALLED);
            settle();
            return;
        }
        diary().info(THREAD, "Successfully enabled plugin " + name + ".");
        slot.enabled(flow.life(), goal.settings().sequence());
        stateIs(HandlerSlot.State.ENABLED);
        progress(
                "Plugin enabled (handler name: "
                        + name
                        + ", extension name: , version: "
                        + version
                        + ")., Code: 0");
        slot.says(
                "Ready",
                0,
                "plugin (name: " + name + ", version: " + version + ") enabled successfully.");
        flow.handlerEnds();
    }

    private void stateIs(HandlerSlot.State state) {
        slot.setState(state);
        progress(
                "Setting the install state of the handler "
                        + name
                        + "_"
                        + goal.version()
                        + " to "
                        + state.word());
    }

    /** Progress that is a warning from 2018 on. */
    @Known(how = How.RECORDED, source = "pastes of 2017 and 2018")
    private void progress(String text) {
        diary().add(THREAD, flow.isOldest() ? Level.INFO : Level.WARN, text);
    }

    /** The package is there: settings are written and the handler is enabled. */
    private void settle() {
        int sequence = goal.settings().sequence();
        if (slot.isEnabledIn(flow.life(), sequence)) {
            flow.handlerEnds();
            return;
        }
        diary().info(
                        THREAD,
                        "Validating RuntimeSettings for the "
                                + name
                                + " plugin (version "
                                + goal.version()
                                + ").");
        diary().warn(
                        THREAD,
                        "Process runtime settings of plugin (handler name: "
                                + name
                                + ", extension name: , version: "
                                + goal.version()
                                + ")., Code: 0");
        HandlerFolder folder = slot.folder();
        Optional<Win32Error> refused =
                flow.guest().files().put(folder.settings(sequence), goal.settings().json());
        if (refused.isPresent()) {
            fail(StepFailure.refusedFile(flow.guest(), refused.get(), folder.settings(sequence)));
            return;
        }
        slot.awaits(sequence);
        diary().info(THREAD, "Beginning enable of plugin " + name + ".");
        jobObject();
        flow.after(
                Duration.ofMillis(8),
                () ->
                        flow.run(
                                folder,
                                Command.ENABLE,
                                sequence,
                                ending -> ended(Command.ENABLE, ending)));
    }

    /** Newer agents keep handlers in job objects; one of their errors means nothing. */
    @Known(how = How.RECORDED, source = "hashicorp/packer issue 12934, paste of 2024")
    private void jobObject() {
        if (flow.form() != HeaderForm.C) {
            return;
        }
        diary().info(THREAD, "CreateJobObject: Creating job object with a name of " + name);
        diary().info(THREAD, name + ": Creating job object with a name of " + name);
        diary().info(THREAD, name + ": isAtLeast2012 = True");
        diary().error(THREAD, name + ": Error SetCPUNotification: 87");
        diary().info(THREAD, name + ": Checking to see if internal default values should be used");
    }

    private void fail(StepFailure failure) {
        String label = "(name: " + name + ", version " + goal.version() + ")";
        String said =
                failure.step()
                        + " failed for plugin "
                        + label
                        + " with exception "
                        + failure.text();
        diary().add(
                        THREAD,
                        flow.isOldest() ? Level.WARN : Level.ERROR,
                        said + ", Code: " + failure.code());
        diary().error(
                        THREAD,
                        "Error while processing plugin "
                                + name
                                + " version "
                                + goal.version()
                                + ", state: "
                                + goal.state().word()
                                + ", error: "
                                + failure.exception());
        slot.says("NotReady", failure.code(), said);
        flow.world()
                .tell(
                        "agent/" + flow.guest().computer(),
                        "handler-failed",
                        "handler",
                        name,
                        "code",
                        Integer.toString(failure.code()),
                        "because",
                        failure.text());
        flow.handlerEnds();
    }

    void disable() {
        announce();
        if (slot.state() != HandlerSlot.State.ENABLED) {
            flow.handlerEnds();
            return;
        }
        flow.run(slot.folder(), Command.DISABLE, slot.sequence(), ending -> disabled());
    }

    private void disabled() {
        stateIs(HandlerSlot.State.DISABLED);
        slot.says(
                "NotReady",
                0,
                "plugin (name: " + name + ", version: " + slot.version() + ") disabled.");
        flow.handlerEnds();
    }

    void remove() {
        announce();
        if (slot.state() == HandlerSlot.State.NOT_INSTALLED) {
            removed();
            return;
        }
        flow.run(
                slot.folder(),
                Command.DISABLE,
                slot.sequence(),
                ending ->
                        flow.run(
                                slot.folder(),
                                Command.UNINSTALL,
                                slot.sequence(),
                                then -> removed()));
    }

    private void removed() {
        if (!slot.version().isEmpty()) {
            flow.guest().files().remove(HandlerFolder.PLUGINS + "\\" + name);
            flow.guest().registry().removeTree(slot.folder().key());
            diary().info(THREAD, "Successfully uninstalled plugin " + name + ".");
        }
        flow.forget(name);
        flow.handlerEnds();
    }

    private Diary diary() {
        return flow.diary();
    }
}
