package latchkey.simulator.scenario.bundle;

import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.WindowsEvent;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** An event log as {@code wevtutil qe LOG /f:RenderedXml} prints it: one event a line, no root. */
@Known(
        how = How.INFERRED,
        source = "single-quoted attributes of public parser rules; element order of real exports")
final class EventExport {
    private EventExport() {}

    /** The channel's events, made one by one as they are taken. */
    static Ink of(Guest guest, String channel) {
        String culture = guest.spec().tongue().tag();
        return out -> {
            try {
                guest.events()
                        .each(channel, event -> write(out, line(event, guest.computer(), culture)));
            } catch (UncheckedIOException e) {
                throw new IOException(e);
            }
        };
    }

    private static void write(OutputStream out, String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(WindowsEvent event, String computer, String culture) {
        StringBuilder text = new StringBuilder();
        append(text, event, computer, culture);
        return text.toString();
    }

    private static void append(
            StringBuilder text, WindowsEvent event, String computer, String culture) {
        text.append("<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'>")
                .append("<System><Provider Name='")
                .append(escape(event.provider()))
                .append("'/><EventID>")
                .append(event.id())
                .append("</EventID><Version>0</Version><Level>")
                .append(number(event.level()))
                .append("</Level><Task>0</Task><Opcode>0</Opcode><Keywords>")
                .append(keywords(event.level()))
                .append("</Keywords><TimeCreated SystemTime='")
                .append(Stamps.nanos(event.at()))
                .append("'/><EventRecordID>")
                .append(event.record())
                .append("</EventRecordID><Channel>")
                .append(escape(event.channel()))
                .append("</Channel><Computer>")
                .append(escape(computer))
                .append("</Computer><Security/></System><EventData>");
        for (Map.Entry<String, String> datum : event.data().entrySet()) {
            text.append("<Data Name='")
                    .append(escape(datum.getKey()))
                    .append("'>")
                    .append(escape(datum.getValue()))
                    .append("</Data>");
        }
        text.append("</EventData><RenderingInfo Culture='")
                .append(culture)
                .append("'><Message>")
                .append(escape(event.message()))
                .append("</Message></RenderingInfo></Event>\r\n");
    }

    private static int number(String level) {
        return switch (level.toLowerCase(Locale.ROOT)) {
            case "critical" -> 1;
            case "error" -> 2;
            case "warning" -> 3;
            case "information" -> 4;
            default -> 0;
        };
    }

    private static String keywords(String level) {
        return switch (level.toLowerCase(Locale.ROOT)) {
            case "audit success" -> "0x8020000000000000";
            case "audit failure" -> "0x8010000000000000";
            default -> "0x80000000000000";
        };
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("'", "&apos;");
    }
}
