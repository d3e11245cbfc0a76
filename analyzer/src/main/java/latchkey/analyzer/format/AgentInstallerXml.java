package latchkey.analyzer.format;

import latchkey.analyzer.evidence.Entry;
import latchkey.analyzer.evidence.Level;
import latchkey.analyzer.evidence.Line;
import latchkey.rules.rule.SourceKind;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the installer of the agent noted: a row of {@code <Event time= category=>} without a root.
 */
final class AgentInstallerXml implements DocumentFormat {
    private static final SourceKind KIND = new SourceKind("agent-installer-xml");
    private static final Pattern EVENT = Pattern.compile("<event\\s[^>]{0,80}\\bcategory\\s*=");

    @Override
    public SourceKind kind() {
        return KIND;
    }

    @Override
    public int recognises(Peek peek) {
        return new Clues(peek).have(EVENT) ? 90 : 0;
    }

    @Override
    public void read(Page page) {
        Markup markup = new Markup(page.text());
        Markup.Piece event = null;
        StringBuilder text = new StringBuilder();
        for (Markup.Piece piece = markup.next(); piece != null; piece = markup.next()) {
            if (piece.opens("Event") && !piece.closed()) {
                event = piece;
                text.setLength(0);
            } else if (event != null && piece.closes("Event")) {
                pass(page, event, text);
                event = null;
            } else if (event != null) {
                append(text, piece);
            }
        }
        if (event != null) {
            page.partly("The last event is cut off.");
            pass(page, event, text);
        }
    }

    private static void append(StringBuilder text, Markup.Piece piece) {
        String said = piece.words().strip();
        switch (piece.type()) {
            case OPEN -> {
                text.append(text.isEmpty() ? "" : " ").append(piece.name());
                piece.attributes()
                        .forEach(
                                (name, value) ->
                                        text.append(' ').append(name).append(": ").append(value));
            }
            case WORDS -> text.append(said.isEmpty() ? "" : ": " + said);
            case CLOSE -> {}
        }
    }

    private static void pass(Page page, Markup.Piece event, StringBuilder text) {
        Line line = page.lineAt(event.offset());
        Instant time = Times.of(event.attribute("time"));
        Level level =
                switch (event.attribute("category")) {
                    case "ERROR" -> Level.ERROR;
                    case "WARN", "WARNING" -> Level.WARN;
                    default -> Level.INFO;
                };
        page.entry(
                new Entry(
                        KIND,
                        page.file(),
                        List.of(line),
                        text.toString(),
                        null,
                        Map.of(),
                        time,
                        level,
                        null));
    }
}
