package latchkey.simulator.fault;

import latchkey.simulator.guest.FileTree;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.Programs;
import latchkey.simulator.guest.Programs.Conduct;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Handlers and their files. */
final class HandlerFaults {
    private static final String VM_ACCESS = "Microsoft.Compute.VMAccessAgent";
    private static final String NEIGHBOUR = "Microsoft.Compute.CustomScriptExtension";
    private static final String PLUGINS = "C:\\Packages\\Plugins\\";
    private static final String STATES =
            "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows Azure\\HandlerState\\";

    private static Parameter handler(String otherwise) {
        return Parameter.text("handler", otherwise, "publisher and type");
    }

    private static final Parameter COMMAND =
            Parameter.word(
                    "command", "which of its commands", "enable", "install", "update", "all");

    @Known(how = How.RECORDED, source = "logs of handlers with exit codes 1 and 53, 2017 and 2021")
    static final Fault FAILS =
            Fault.of(
                    "handler-fails",
                    "A handler's command ends with an exit code",
                    (site, values) ->
                            conduct(
                                    site.guest(),
                                    values,
                                    new Conduct.Exits(
                                            (int) values.number("code"), values.text("says"))),
                    handler(NEIGHBOUR),
                    COMMAND,
                    Parameter.number("code", "1", "exit code"),
                    Parameter.text("says", "Unhandled exception.", "its standard error"));

    @Known(how = How.RECORDED, source = "WaAppAgent.log of 2016: has not exited on time")
    static final Fault HANGS =
            Fault.of(
                    "handler-hangs",
                    "A handler's command never ends",
                    (site, values) ->
                            conduct(site.guest(), values, new Conduct.Hangs(values.is("begins"))),
                    handler(NEIGHBOUR),
                    COMMAND,
                    Parameter.flag("begins", "true", "whether it begins its work before"),
                    Parameter.flag("passing", "false", "whether a restart of Windows ends it"));

    @Known(how = How.ASSUMED, source = "load and security software")
    static final Fault SLOW =
            Fault.of(
                    "handler-slow",
                    "A handler's command takes longer than usual",
                    (site, values) ->
                            conduct(site.guest(), values, new Conduct.Slow(values.span("by"))),
                    handler(VM_ACCESS),
                    COMMAND,
                    Parameter.span("by", "PT2M", "how much longer"));

    @Known(how = How.ASSUMED, source = "power lost while a file is written")
    static final Fault STATUS_TORN =
            Fault.of(
                    "status-file-torn",
                    "Status files of a handler are cut off half way",
                    HandlerFaults::tear,
                    handler(VM_ACCESS));

    @Known(how = How.RECORDED, source = "azure-linux-extensions issue 689: done again after update")
    static final Fault LOST_MEMORY =
            Fault.of(
                    "lost-sequence-memory",
                    "A handler forgets which settings it has done; they are done again",
                    (site, values) -> {
                        Guest guest = site.guest();
                        String prefix =
                                (STATES + values.text("handler") + "_").toLowerCase(Locale.ROOT);
                        for (String key : new TreeMap<>(guest.registry().all()).keySet()) {
                            if (key.toLowerCase(Locale.ROOT).startsWith(prefix)) {
                                guest.registry().remove(key, "SequenceNumber");
                            }
                        }
                        return () -> {};
                    },
                    handler(VM_ACCESS));

    static final List<Fault> ALL = List.of(FAILS, HANGS, SLOW, STATUS_TORN, LOST_MEMORY);

    private HandlerFaults() {}

    /** One handler's programs are set apart from its other files by the name of the command. */
    private static Runnable conduct(Guest guest, Values values, Conduct conduct) {
        String command = values.text("command");
        String target =
                PLUGINS
                        + values.text("handler")
                        + "\\"
                        + (command.equals("all") ? "" : Programs.ANY + "\\" + command);
        if (Boolean.parseBoolean(values.all().get("passing"))) {
            guest.programs().setPassingConduct(target, conduct);
        } else {
            guest.programs().setConduct(target, conduct);
        }
        return () -> guest.programs().clearConduct(target);
    }

    private static Runnable tear(Site site, Values values) {
        FileTree files = site.guest().files();
        String folder = PLUGINS + values.text("handler");
        String part = "\\" + values.text("handler") + "\\";
        files.below(folder).stream()
                .filter(entry -> entry.path().endsWith(".status"))
                .forEach(
                        entry ->
                                files.write(
                                        entry.path(),
                                        entry.text().substring(0, entry.text().length() / 2)));
        files.tear(part, ".status");
        return () -> files.mend(part, ".status");
    }
}
