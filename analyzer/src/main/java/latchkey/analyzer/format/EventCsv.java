package latchkey.analyzer.format;

import latchkey.analyzer.evidence.Line;
import latchkey.rules.rule.SourceKind;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Events as comma-separated values: the Event Viewer's export in any language, or Get-WinEvent
 * piped to Export-Csv.
 */
final class EventCsv implements DocumentFormat {
    private static final Pattern VIEWER =
            Pattern.compile(
                    "^\\W*level,date and time,source,event id|^[^,\\n"
                            + "]+,[^,\\n"
                            + "]+,[^,\\n"
                            + "]+,[^,\\n"
                            + "]+,[^,\\n"
                            + "]+\\r"
                            + "?\\n"
                            + "[^,\\n"
                            + "]+,\"?\\d[^,\\n"
                            + "]*\\d:\\d\\d[^,\\n"
                            + "]*,[^,\\n"
                            + "]+,\\d{1,5},");
    private static final Pattern SCRIPT =
            Pattern.compile("^(?:#type [^\\n]*\\n)?\"?[^\\n]*timecreated\"?[^\\n]*");
    private static final int MOST_LINES = 64;
    private static final int LONGEST_FIELD = 1 << 16;

    @Override
    public SourceKind kind() {
        return EventRecord.KIND;
    }

    @Override
    public int recognises(Peek peek) {
        Clues clues = new Clues(peek);
        boolean script = clues.have(SCRIPT) && clues.haveKeys("Id");
        return !clues.startJson() && (clues.have(VIEWER) || script) ? 80 : 0;
    }

    @Override
    public void read(Page page) {
        List<String> header = List.of();
        int at = 0;
        while (at < page.text().length()) {
            List<String> row = new ArrayList<>();
            int end = row(page.text(), at, row);
            boolean comment =
                    row.getFirst().startsWith("#") || (row.size() == 1 && row.getFirst().isBlank());
            if (!comment && header.isEmpty()) {
                header = row.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
            } else if (!comment) {
                event(page, header, row, linesOf(page, at, end));
            }
            at = end;
        }
    }

    private static List<Line> linesOf(Page page, int from, int end) {
        int first = page.lineNumberAt(from);
        int last = Math.min(page.lineNumberAt(Math.max(from, end - 1)), first + MOST_LINES);
        List<Line> lines = new ArrayList<>();
        for (int number = first; number <= last; number++) {
            lines.add(new Line(number, page.lineText(number)));
        }
        return lines;
    }

    private static void event(Page page, List<String> header, List<String> row, List<Line> lines) {
        EventRecord event = new EventRecord();
        boolean named =
                header.contains("id") || header.contains("event id") || header.contains("eventid");
        for (int i = 0; i < row.size(); i++) {
            String name = i < header.size() && named ? header.get(i) : "column " + i;
            take(event, name, row.get(i));
            event.words(row.get(i));
        }
        if (event.isEvent()) {
            event.passTo(page, lines);
        } else {
            page.unparsed(lines.size());
        }
    }

    private static void take(EventRecord event, String name, String value) {
        switch (name) {
            case "level", "leveldisplayname", "column 0" -> event.level(value);
            case "timecreated", "date and time", "column 1" -> event.time(value);
            case "source", "providername", "column 2" -> event.field("provider", value);
            case "id", "event id", "eventid", "column 3" -> {
                if (value.strip().matches("\\d{1,5}")) {
                    event.field("event-id", value);
                }
            }
            case "logname" -> event.field("channel", value);
            case "machinename" -> event.field("computer", value);
            default -> {}
        }
    }

    /** Reads one row, quoted fields may hold line breaks; returns where the next begins. */
    private static int row(String text, int from, List<String> fields) {
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        int at = from;
        for (; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter == '"' && quoted && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                field.append('"');
                at++;
            } else if (letter == '"') {
                quoted = !quoted;
            } else if (letter == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else if ((letter == '\n' || letter == '\r') && !quoted) {
                break;
            } else if (field.length() < LONGEST_FIELD) {
                field.append(letter);
            }
        }
        fields.add(field.toString());
        while (at < text.length() && (text.charAt(at) == '\n' || text.charAt(at) == '\r')) {
            at++;
        }
        return at;
    }
}
