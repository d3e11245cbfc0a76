package latchkey.analyzer.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import latchkey.analyzer.evidence.Line;
import latchkey.rules.rule.SourceKind;

/** Events copied as text from the Event Viewer: lines of {@code Log Name: System} and so on, then a description. */
final class EventText implements DocumentFormat {
    private static final Pattern BEGIN = Pattern.compile("(?m)^[ \\t]*log name:[\\s\\S]{0,400}^[ \\t]*event id:\\s*\\d+");
    private static final Pattern FIELD = Pattern.compile("\\s*(Log Name|Source|Date|Event ID|Level|Computer|Description):\\s*(.*)");
    private static final int MOST_LINES = 200;

    @Override
    public SourceKind kind() {
        return EventRecord.KIND;
    }

    @Override
    public int recognises(Peek peek) {
        return new Clues(peek).have(BEGIN) ? 80 : 0;
    }

    @Override
    public void read(Page page) {
        List<Line> lines = new ArrayList<>();
        for (int number = 1; number <= page.lineCount(); number++) {
            String text = page.lineText(number);
            if (text.stripLeading().startsWith("Log Name:")) {
                pass(page, lines);
                lines.clear();
            }
            if (!text.isBlank() && lines.size() < MOST_LINES) {
                lines.add(new Line(number, text));
            }
        }
        pass(page, lines);
    }

    private static void pass(Page page, List<Line> lines) {
        EventRecord event = new EventRecord();
        boolean described = false;
        for (Line line : lines) {
            Matcher field = FIELD.matcher(line.text());
            if (!described && field.matches()) {
                described = take(event, field.group(1), field.group(2));
            }
            event.words(line.text());
        }
        if (event.isEvent()) {
            event.passTo(page, lines);
        } else {
            page.unparsed(lines.size());
        }
    }

    private static boolean take(EventRecord event, String name, String value) {
        switch (name) {
            case "Log Name" -> event.field("channel", value);
            case "Source" -> event.field("provider", value);
            case "Date" -> event.time(value);
            case "Event ID" -> event.field("event-id", value);
            case "Level" -> event.level(value);
            case "Computer" -> event.field("computer", value);
            default -> {}
        }
        return name.equals("Description");
    }
}
