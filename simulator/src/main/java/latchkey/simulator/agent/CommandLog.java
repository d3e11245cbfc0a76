package latchkey.simulator.agent;

import latchkey.simulator.agent.handler.HandlerFolder;
import latchkey.simulator.agent.handler.HandlerProgram;
import latchkey.simulator.guest.FileTree;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** CommandExecution.log: the last command of a handler, and older ones beside it. */
@Known(how = How.RECORDED, source = "paste of 2016; the error block is inferred")
final class CommandLog {
    private static final int KEPT = 12;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("MM/dd/yyyy HH:mm:ss.SS", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter IN_NAME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private CommandLog() {}

    static void write(HandlerProgram.Call call, Instant startedAt, HandlerProgram.Exit exit) {
        HandlerFolder folder = call.folder();
        Guest guest = folder.guest();
        String current = folder.logs() + "\\CommandExecution.log";
        FileTree files = guest.files();
        files.read(current)
                .ifPresent(
                        former ->
                                files.move(
                                        current,
                                        folder.logs()
                                                + "\\CommandExecution_"
                                                + IN_NAME.format(former.writtenAt())
                                                + ".log"));
        String path = folder.program(call.command());
        files.put(
                current,
                "["
                        + STAMP.format(startedAt)
                        + "] Executing: "
                        + path
                        + " \r\n["
                        + STAMP.format(guest.clock())
                        + "] Execution Complete.\r\n######\r\nExecution Output:\r\n"
                        + exit.output()
                        + "\r\n\r\nExecution Error:\r\n"
                        + exit.error()
                        + "\r\n######\r\n");
        forget(files, folder.logs());
    }

    private static void forget(FileTree files, String logs) {
        List<FileTree.Entry> old =
                files.below(logs).stream()
                        .filter(entry -> entry.path().contains("CommandExecution_"))
                        .toList();
        for (int i = 0; i < old.size() - KEPT; i++) {
            files.remove(old.get(i).path());
        }
    }
}
