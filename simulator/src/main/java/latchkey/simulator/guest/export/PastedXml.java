package latchkey.simulator.guest.export;

import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.WindowsEvent;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/** Records as somebody copies them from the viewer's XML view: not well-formed, blanks and all. */
@Known(how = How.RECORDED, source = "event 4724 as pasted on its documentation page")
final class PastedXml implements EventWriter {
    private static final String END = " \r\n";

    private final Guest guest;
    private final Appendable out;

    PastedXml(Guest guest, Appendable out) {
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
        out.append("- <Event xmlns=\"http://schemas.microsoft.com/win/2004/08/events/event\">\r\n");
        out.append("- <System>\r\n <Provider Name=\"" + XmlText.escape(event.provider()) + "\"");
        attribute("Guid", traits.guid().toUpperCase(Locale.ROOT));
        out.append(" />" + END + " <EventID");
        attribute("Qualifiers", traits.qualifiers());
        out.append(">" + event.id() + "</EventID>" + END);
        element("Version", "0");
        element("Level", Integer.toString(traits.level()));
        element("Task", Integer.toString(traits.task()));
        element("Opcode", "0");
        element("Keywords", traits.keywords());
        String time = EventTraits.systemTime(event).replace("Z", "00Z");
        out.append(" <TimeCreated SystemTime=\"" + time + "\" />" + END);
        element("EventRecordID", Long.toString(event.record()));
        out.append(" <Correlation />" + END + " <Execution ProcessID=\"");
        out.append(EventTraits.process(event) + "\" ThreadID=\"");
        out.append(EventTraits.thread(event) + "\" />" + END);
        element("Channel", event.channel());
        element("Computer", guest.computer());
        out.append(" <Security");
        attribute("UserID", traits.user());
        out.append(" />" + END + " </System>\r\n");
        data(event, traits);
        out.append(" </Event>\r\n");
    }

    private void data(WindowsEvent event, EventTraits traits) throws IOException {
        boolean own = EventTraits.hasUserData(event);
        out.append(
                own ? "- <UserData>\r\n- <EventXML xmlns=\"Event_NS\">\r\n" : "- <EventData>\r\n");
        for (Map.Entry<String, String> datum : event.data().entrySet()) {
            if (own) {
                element(datum.getKey(), datum.getValue());
            } else {
                out.append(" <Data");
                attribute("Name", traits.isClassic() ? "" : datum.getKey());
                out.append(">" + XmlText.escape(datum.getValue()) + "</Data>" + END);
            }
        }
        out.append(own ? " </EventXML>\r\n </UserData>\r\n" : " </EventData>\r\n");
    }

    private void element(String name, String value) throws IOException {
        out.append(" <" + name + ">" + XmlText.escape(value) + "</" + name + ">" + END);
    }

    private void attribute(String name, String value) throws IOException {
        if (!value.isEmpty()) {
            out.append(" " + name + "=\"" + XmlText.escape(value) + "\"");
        }
    }

    @Override
    public void end() {
        // Nothing stands behind the last record.
    }
}
