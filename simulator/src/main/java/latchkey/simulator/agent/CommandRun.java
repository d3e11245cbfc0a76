package latchkey.simulator.agent;

import latchkey.simulator.agent.handler.CommandProcessor;
import latchkey.simulator.agent.handler.HandlerFolder;
import latchkey.simulator.agent.handler.HandlerProgram;
import latchkey.simulator.agent.handler.HandlerProgram.Exit;
import latchkey.simulator.agent.log.Diary;
import latchkey.simulator.agent.log.HeaderForm;
import latchkey.simulator.guest.EventLogs;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.Programs;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** One command of a handler as a process: started, waited for, killed at its limit. */
final class CommandRun {
    private static final String APP_LOCKER = "Microsoft-Windows-AppLocker";
    private static final Duration AT_ONCE = Duration.ofMillis(90);

    private final Guest guest;
    private final Life life;
    private final Diary diary;
    private final int thread;
    private final HeaderForm form;
    private final HandlerProgram.Call call;
    private final Consumer<Ending> then;
    private final Instant startedAt;
    private boolean over;

    /** How a command ended. */
    sealed interface Ending {
        /** By itself. */
        record Exited(int code) implements Ending {}

        /** By the agent, at its limit. */
        record Killed() implements Ending {}
    }

    /** Where a command runs: whose life it shares and where its agent writes. */
    record Place(Life life, Diary diary, int thread, HeaderForm form) {}

    CommandRun(Place place, HandlerProgram.Call call, Consumer<Ending> then) {
        this.guest = call.folder().guest();
        this.life = place.life();
        this.diary = place.diary();
        this.thread = place.thread();
        this.form = place.form();
        this.call = call;
        this.then = then;
        this.startedAt = guest.clock();
    }

    void start(HandlerProgram program, Duration limit) {
        HandlerFolder folder = call.folder();
        String path = folder.program(call.command());
        announce(folder, path);
        if (!guest.applicationControl().lets(path)) {
            blocked(path);
            life.after(AT_ONCE, "command", () -> exited(CommandProcessor.blocked(guest)));
            return;
        }
        Programs.Running process = guest.programs().start(path, () -> exited(new Exit(1, "", "")));
        life.after(limit, "command limit", () -> killed(process));
        switch (guest.programs().conductOf(path)) {
            case Programs.Conduct.Ordinary ordinary -> work(program, Duration.ZERO, process);
            case Programs.Conduct.Slow slow -> work(program, slow.by(), process);
            case Programs.Conduct.Hangs hangs -> hang(program, hangs);
            case Programs.Conduct.Exits exits ->
                    life.after(
                            AT_ONCE,
                            "command",
                            () -> end(process, new Exit(exits.code(), "", exits.output())));
        }
    }

    @Known(how = How.RECORDED, source = "pastes of 2016, 2017 and the AMA template")
    private void announce(HandlerFolder folder, String path) {
        if (form == HeaderForm.A0) {
            diary.info(thread, "Waiting for command " + path);
            return;
        }
        String command = call.command().word();
        if (form == HeaderForm.C) {
            diary.warn(
                    thread,
                    "Started a process with the launch command "
                            + path
                            + ", params: "
                            + command
                            + ".");
        }
        diary.info(
                thread,
                "Waiting for command "
                        + path
                        + " of plugin (name "
                        + folder.handler()
                        + " version "
                        + folder.version()
                        + ") to finish...");
    }

    private void work(HandlerProgram program, Duration later, Programs.Running process) {
        HandlerProgram.Work work = program.begin(call);
        life.after(
                work.takes().plus(later),
                "command",
                () -> {
                    if (!over && guest.programs().isRunning(process)) {
                        end(process, work.finish().get());
                    }
                });
    }

    /** It never comes to its end. */
    private void hang(HandlerProgram program, Programs.Conduct.Hangs hangs) {
        if (hangs.begins()) {
            program.begin(call);
        }
    }

    private void end(Programs.Running process, Exit exit) {
        guest.programs().end(process);
        exited(exit);
    }

    private void exited(Exit exit) {
        if (over || life.isOver()) {
            return;
        }
        over = true;
        CommandLog.write(call, startedAt, exit);
        then.accept(new Ending.Exited(exit.code()));
    }

    private void killed(Programs.Running process) {
        if (over) {
            return;
        }
        over = true;
        guest.programs().end(process);
        CommandLog.write(call, startedAt, new Exit(-1, "", ""));
        then.accept(new Ending.Killed());
    }

    @Known(how = How.SPECIFIED, source = "AppLocker event 8004 and 8007: prevented from running")
    private void blocked(String path) {
        guest.events()
                .write(
                        new EventLogs.Source(
                                APP_LOCKER + "/MSI and Script", APP_LOCKER, 8007, "Error"),
                        "%OSDRIVE%"
                                + path.substring(2).toUpperCase(java.util.Locale.ROOT)
                                + " was prevented from running.",
                        "PolicyName",
                        "SCRIPT",
                        "FilePath",
                        "%OSDRIVE%" + path.substring(2).toUpperCase(java.util.Locale.ROOT),
                        "FullFilePath",
                        path);
    }
}
