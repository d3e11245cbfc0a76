package latchkey.simulator.guest.export;

import latchkey.simulator.guest.EventLogs;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.WindowsEvent;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** Writes channels of a guest record by record; nothing is held but the record at hand. */
public final class EventExport {
    private final Guest guest;

    /** For the logs of that guest. */
    public EventExport(Guest guest) {
        this.guest = guest;
    }

    /** Name of the channel's file, without an ending: a slash becomes %4. */
    @Known(how = How.SPECIFIED, source = "log collection manifests of Azure")
    public static String fileName(String channel) {
        return channel.replace("/", "%4");
    }

    /**
     * Writes a whole channel. Viewer and PowerShell give the newest first, wevtutil the oldest.
     *
     * @throws IOException when the writer does
     */
    public void write(String channel, EventForm form, Appendable out) throws IOException {
        EventWriter writer = writer(form, out);
        EventLogs logs = guest.events();
        try {
            writer.begin();
            Consumer<WindowsEvent> each = event -> one(writer, event);
            boolean oldestFirst = form == EventForm.WEVTUTIL_XML || form == EventForm.WEVTUTIL_TEXT;
            if (oldestFirst) {
                logs.each(channel, each);
            } else {
                logs.eachFromNewest(channel, each);
            }
            writer.end();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void one(EventWriter writer, WindowsEvent event) {
        try {
            writer.record(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EventWriter writer(EventForm form, Appendable out) {
        return switch (form) {
            case VIEWER_PASTE -> new PastedXml(guest, out);
            case VIEWER_XML -> new SavedXml(guest, out, true);
            case WEVTUTIL_XML -> new SavedXml(guest, out, false);
            case WEVTUTIL_TEXT -> new QueriedText(guest, out);
            case TEXT -> new CopiedText(guest, out);
            case VIEWER_CSV -> new ViewerCsv(guest, out);
            case POWERSHELL_CSV -> new PowershellCsv(guest, out);
        };
    }
}
