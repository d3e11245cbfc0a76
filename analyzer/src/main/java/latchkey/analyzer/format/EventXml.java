package latchkey.analyzer.format;

import latchkey.rules.rule.SourceKind;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Events as XML: from wevtutil, with or without rendered messages, from the Event Viewer's
 * clipboard, from converters.
 */
final class EventXml implements DocumentFormat {
    private static final Pattern EVENT = Pattern.compile("<event[\\s>]");

    @Override
    public SourceKind kind() {
        return EventRecord.KIND;
    }

    @Override
    public int recognises(Peek peek) {
        Clues clues = new Clues(peek);
        boolean system =
                clues.haveText("<eventid")
                        || clues.haveText("schemas.microsoft.com/win/2004/08/events");
        return clues.have(EVENT) && system ? 88 : 0;
    }

    @Override
    public String seam() {
        return "</Event>";
    }

    @Override
    public void read(Page page) {
        Markup markup = new Markup(page.text());
        Open open = null;
        for (Markup.Piece piece = markup.next(); piece != null; piece = markup.next()) {
            if (piece.opens("Event")) {
                pass(page, open);
                open = new Open(piece.offset());
            } else if (piece.closes("Event")) {
                pass(page, open);
                open = null;
            } else if (open != null) {
                open.take(piece);
            }
        }
        if (open != null) {
            page.partly("The last event is cut off.");
            pass(page, open);
        }
    }

    private static void pass(Page page, @Nullable Open open) {
        if (open != null && open.event.isEvent()) {
            open.event.passTo(page, List.of(page.lineAt(open.offset)));
        }
    }

    /** An event whose end is not yet seen. */
    private static final class Open {
        private final EventRecord event = new EventRecord();
        private final int offset;
        private final StringBuilder words = new StringBuilder();
        private String dataName = "";
        private boolean inData;

        private Open(int offset) {
            this.offset = offset;
        }

        private void take(Markup.Piece piece) {
            switch (piece.type()) {
                case OPEN -> open(piece);
                case CLOSE -> close(piece);
                case WORDS -> words.append(piece.words());
            }
        }

        private void open(Markup.Piece piece) {
            words.setLength(0);
            if (piece.isNamed("EventData") || piece.isNamed("UserData")) {
                inData = true;
            } else if (piece.isNamed("Provider")) {
                event.field("provider", piece.attribute("Name"));
            } else if (piece.isNamed("TimeCreated")) {
                event.time(piece.attribute("SystemTime"));
            } else if (piece.isNamed("Data")) {
                dataName = piece.attribute("Name");
            }
        }

        private void close(Markup.Piece piece) {
            String said = words.toString();
            words.setLength(0);
            switch (piece.name()) {
                case "EventID" -> event.field("event-id", said);
                case "Channel" -> event.field("channel", said);
                case "Computer" -> event.field("computer", said);
                case "Level" -> level(said);
                case "Message" -> message(said);
                case "Data" -> event.data(dataName, said);
                case "EventData", "UserData" -> inData = false;
                case "Binary" -> {}
                default -> other(piece, said);
            }
        }

        private void level(String said) {
            if (said.strip().matches("\\d")) {
                event.level(said);
            }
        }

        private void message(String said) {
            if (inData) {
                event.data("Message", said);
            } else {
                event.message(said);
            }
        }

        private void other(Markup.Piece piece, String said) {
            if (inData && !said.isBlank()) {
                event.data(piece.name(), said);
            }
        }
    }
}
