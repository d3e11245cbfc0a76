package latchkey.simulator.scenario.bundle;

import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.export.EventExport;
import latchkey.simulator.guest.export.EventForm;
import latchkey.simulator.guest.export.RegistryExport;

import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What people export from a running machine. */
public final class Exports {
    private static final String MACHINE = "HKEY_LOCAL_MACHINE";

    /** Roots that the manifests of disk inspection read. */
    private static final List<String> INSPECTED =
            List.of(
                    MACHINE + "\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server",
                    MACHINE + "\\SYSTEM\\CurrentControlSet\\Services",
                    MACHINE + "\\SOFTWARE\\Microsoft\\Windows Azure",
                    MACHINE + "\\SOFTWARE\\Microsoft\\GuestAgent",
                    MACHINE + "\\SOFTWARE\\Policies");

    private Exports() {}

    /** An event log, under the name that its users give it. */
    public static Piece events(Guest guest, String channel, EventForm form) {
        String name = channel.replace("/", "%4") + "." + form.extension();
        Ink ink =
                out -> {
                    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                    new EventExport(guest).write(channel, form, text);
                    text.flush();
                };
        return new Piece(name, Piece.Kind.EVENTS, ink);
    }

    /** The registry as reg export writes it. */
    public static Piece registryFile(Guest guest) {
        byte[] bytes = new RegistryExport(guest).exported(MACHINE);
        return new Piece("registry.reg", Piece.Kind.REGISTRY, Ink.of(bytes));
    }

    /** The registry as disk inspection writes it. */
    public static Piece registryJson(Guest guest) {
        String text = new RegistryExport(guest).inspected(INSPECTED);
        return new Piece("registry.json", Piece.Kind.REGISTRY, Ink.of(text));
    }
}
