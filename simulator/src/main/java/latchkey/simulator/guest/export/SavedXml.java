package latchkey.simulator.guest.export;

import latchkey.simulator.guest.EventTexts;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.Service;
import latchkey.simulator.guest.ServiceNames;
import latchkey.simulator.guest.Tongue;
import latchkey.simulator.guest.WindowsEvent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;

/** Records on one line each, as wevtutil and the viewer write them; the viewer adds the text. */
final class SavedXml implements EventWriter {
    private static final String EVENT =
            "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'>";

    private final Guest guest;
    private final Appendable sink;
    private final StringBuilder out = new StringBuilder();
    private final boolean rendered;

    SavedXml(Guest guest, Appendable sink, boolean rendered) {
        this.guest = guest;
        this.sink = sink;
        this.rendered = rendered;
    }

    @Override
    public void begin() throws IOException {
        out.append("<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\r\n<Events>");
        out.append(rendered ? "" : "\r\n");
        pass();
    }

    /** A record is built whole and handed on at once: writers are slow in small pieces. */
    private void pass() throws IOException {
        sink.append(out);
        out.setLength(0);
    }

    @Override
    public void record(WindowsEvent event) throws IOException {
        EventTraits traits = EventTraits.of(event);
        out.append(EVENT).append("<System>");
        provider(event, traits);
        out.append("<EventID");
        attribute("Qualifiers", traits.qualifiers());
        out.append(">" + event.id() + "</EventID><Version>" + version(event) + "</Version>");
        out.append("<Level>" + traits.level() + "</Level><Task>" + traits.task() + "</Task>");
        out.append("<Opcode>0</Opcode><Keywords>" + traits.keywords() + "</Keywords>");
        out.append("<TimeCreated SystemTime='" + EventTraits.systemTime(event) + "'/>");
        out.append("<EventRecordID>" + event.record() + "</EventRecordID><Correlation/>");
        out.append("<Execution ProcessID='" + EventTraits.process(event));
        out.append("' ThreadID='" + EventTraits.thread(event) + "'/>");
        out.append("<Channel>" + event.channel() + "</Channel>");
        out.append("<Computer>" + XmlText.escape(guest.computer()) + "</Computer><Security");
        attribute("UserID", traits.user());
        out.append("/></System>");
        data(event, traits);
        if (rendered) {
            rendering(event);
        }
        out.append("</Event>").append(rendered ? "" : "\r\n");
        pass();
    }

    private void provider(WindowsEvent event, EventTraits traits) {
        out.append("<Provider Name='" + XmlText.escape(event.provider()) + "'");
        attribute("Guid", traits.guid());
        boolean manager = event.provider().equals("Service Control Manager");
        attribute("EventSourceName", manager ? event.provider() : "");
        out.append("/>");
    }

    private static int version(WindowsEvent event) {
        return event.id() == 4624 ? 2 : 0;
    }

    private void data(WindowsEvent event, EventTraits traits) {
        boolean own = EventTraits.hasUserData(event);
        out.append(own ? "<UserData><EventXML xmlns='Event_NS'>" : "<EventData>");
        for (Map.Entry<String, String> datum : event.data().entrySet()) {
            String value = XmlText.escape(datum.getValue());
            if (own) {
                String name = datum.getKey();
                out.append("<" + name + ">" + value + "</" + name + ">");
            } else {
                out.append("<Data");
                attribute("Name", traits.isClassic() ? "" : datum.getKey());
                out.append(">" + value + "</Data>");
            }
        }
        if (event.id() == 7036) {
            out.append("<Binary>" + binary(event) + "</Binary>");
        }
        out.append(own ? "</EventXML></UserData>" : "</EventData>");
    }

    /** The service's key name and its state's number, in UTF-16. */
    private String binary(WindowsEvent event) {
        String display = event.data().getOrDefault("param1", "");
        Tongue tongue = guest.spec().tongue();
        String running = EventTexts.isRunning(event.data().getOrDefault("param2", "")) ? "4" : "1";
        String name =
                guest.services().all().stream()
                        .filter(service -> ServiceNames.of(service, tongue).equals(display))
                        .map(Service::name)
                        .findFirst()
                        .orElse(display);
        byte[] bytes = (name + "/" + running + "\0").getBytes(StandardCharsets.UTF_16LE);
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    private void rendering(WindowsEvent event) {
        ViewerWords words = ViewerWords.of(guest.spec().tongue());
        EventTraits traits = EventTraits.of(event);
        out.append("<RenderingInfo Culture='" + guest.spec().tongue().tag() + "'><Message>");
        out.append(XmlText.escape(event.message())).append("</Message><Level>");
        out.append(words.level(event.level())).append("</Level><Task>");
        out.append(traits.task() == 0 ? "" : traits.category()).append("</Task><Opcode></Opcode>");
        out.append("<Channel>" + event.channel() + "</Channel><Provider>");
        out.append(XmlText.escape(event.provider())).append("</Provider><Keywords>");
        String keyword = event.level().startsWith("Audit") ? event.level() : "Classic";
        out.append("<Keyword>" + keyword + "</Keyword></Keywords></RenderingInfo>");
    }

    private void attribute(String name, String value) {
        if (!value.isEmpty()) {
            out.append(" " + name + "='" + XmlText.escape(value) + "'");
        }
    }

    @Override
    public void end() throws IOException {
        sink.append(rendered ? "</Events>" : "</Events>\r\n");
    }
}
