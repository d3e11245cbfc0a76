package latchkey.simulator.guest.export;

import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.WindowsEvent;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.io.IOException;

/** Records as wevtutil prints them; its labels are English in every language. */
@Known(how = How.ASSUMED, source = "output of wevtutil qe /f:text, general knowledge")
final class QueriedText implements EventWriter {
    private final Guest guest;
    private final Appendable out;
    private long index;

    QueriedText(Guest guest, Appendable out) {
        this.guest = guest;
        this.out = out;
    }

    @Override
    public void begin() {
        // Nothing stands before the first record.
    }

    @Override
    public void record(WindowsEvent event) throws IOException {
        EventTraits traits = EventTraits.of(event);
        ViewerWords words = ViewerWords.of(guest.spec().tongue());
        boolean audit = event.level().startsWith("Audit");
        out.append("Event[" + index++ + "]:\r\n");
        line("Log Name", event.channel());
        line("Source", event.provider());
        line("Date", EventTraits.systemTime(event).replace("Z", "00Z"));
        line("Event ID", Integer.toString(event.id()));
        line("Task", traits.task() == 0 ? "N/A" : traits.category());
        line("Level", words.level(event.level()));
        line("Opcode", audit ? "Info" : "N/A");
        line("Keyword", audit ? event.level() : "Classic");
        line("User", traits.user().isEmpty() ? "N/A" : traits.user());
        line("User Name", traits.user().isEmpty() ? "N/A" : "NT AUTHORITY\\SYSTEM");
        line("Computer", guest.computer());
        out.append("  Description: \r\n").append(event.message()).append("\r\n\r\n");
    }

    private void line(String label, String value) throws IOException {
        out.append("  " + label + ": " + value + "\r\n");
    }

    @Override
    public void end() {
        // Nothing stands behind the last record.
    }
}
