package latchkey.simulator.guest.export;

import latchkey.simulator.guest.EventDates;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.WindowsEvent;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.io.IOException;

/** The viewer's CSV: five headers, and a sixth field with the message that has none. */
@Known(how = How.RECORDED, source = "header and first five fields of a console sample")
final class ViewerCsv implements EventWriter {
    private final Guest guest;
    private final Appendable out;
    private final ViewerWords words;

    ViewerCsv(Guest guest, Appendable out) {
        this.guest = guest;
        this.out = out;
        this.words = ViewerWords.of(guest.spec().tongue());
    }

    @Override
    public void begin() throws IOException {
        out.append(String.join(",", words.csv())).append("\r\n");
    }

    @Override
    public void record(WindowsEvent event) throws IOException {
        EventTraits traits = EventTraits.of(event);
        out.append(words.level(event.level())).append(",");
        out.append(EventDates.local(guest.spec().tongue(), event.at())).append(",");
        out.append(event.provider()).append(",").append(Integer.toString(event.id())).append(",");
        out.append(traits.task() == 0 ? words.none() : traits.category()).append(",");
        out.append("\"" + event.message().replace("\"", "\"\"") + "\"\r\n");
    }

    @Override
    public void end() {
        // Nothing stands behind the last record.
    }
}
