package latchkey.simulator.guest.export;

import latchkey.simulator.guest.EventDates;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.WindowsEvent;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.io.IOException;
import java.util.List;

/** Records as the viewer copies them as text. */
@Known(how = How.RECORDED, source = "event 1026 as copied text on the agent's troubleshooting page")
final class CopiedText implements EventWriter {
    private final Guest guest;
    private final Appendable out;
    private final ViewerWords words;

    CopiedText(Guest guest, Appendable out) {
        this.guest = guest;
        this.out = out;
        this.words = ViewerWords.of(guest.spec().tongue());
    }

    @Override
    public void begin() {
        // Nothing stands before the first record.
    }

    @Override
    public void record(WindowsEvent event) throws IOException {
        EventTraits traits = EventTraits.of(event);
        boolean audit = event.level().startsWith("Audit");
        String classic = traits.isClassic() || !traits.qualifiers().isEmpty() ? "Classic" : "";
        List<String> values =
                List.of(
                        event.channel(),
                        event.provider(),
                        EventDates.local(guest.spec().tongue(), event.at()),
                        Integer.toString(event.id()),
                        traits.task() == 0 ? words.none() : traits.category(),
                        words.level(event.level()),
                        audit ? event.level() : classic,
                        traits.user().isEmpty() ? "N/A" : "SYSTEM",
                        guest.computer());
        for (int i = 0; i < values.size(); i++) {
            out.append(words.text().get(i)).append(values.get(i)).append("\r\n");
        }
        out.append(words.text().getLast()).append("\r\n").append(event.message());
        out.append("\r\n\r\n");
    }

    @Override
    public void end() {
        // Nothing stands behind the last record.
    }
}
