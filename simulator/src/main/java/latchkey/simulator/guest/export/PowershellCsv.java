package latchkey.simulator.guest.export;

import latchkey.simulator.guest.EventDates;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.WindowsEvent;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.io.IOException;

/** {@code Get-WinEvent} through {@code Export-Csv -NoTypeInformation}: everything is quoted. */
@Known(how = How.INFERRED, source = "usual choice of properties; quoting of Export-Csv")
final class PowershellCsv implements EventWriter {
    private final Guest guest;
    private final Appendable out;
    private final ViewerWords words;

    PowershellCsv(Guest guest, Appendable out) {
        this.guest = guest;
        this.out = out;
        this.words = ViewerWords.of(guest.spec().tongue());
    }

    @Override
    public void begin() throws IOException {
        out.append("\"TimeCreated\",\"Id\",\"LevelDisplayName\",\"Message\"\r\n");
    }

    @Override
    public void record(WindowsEvent event) throws IOException {
        field(EventDates.local(guest.spec().tongue(), event.at()), ",");
        field(Integer.toString(event.id()), ",");
        field(words.level(event.level()), ",");
        field(event.message(), "\r\n");
    }

    private void field(String text, String after) throws IOException {
        out.append("\"" + text.replace("\"", "\"\"") + "\"").append(after);
    }

    @Override
    public void end() {
        // Nothing stands behind the last record.
    }
}
