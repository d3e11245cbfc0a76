package latchkey.analyzer.format;

import latchkey.analyzer.evidence.Line;
import latchkey.rules.rule.SourceKind;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Events copied as text from the Event Viewer: lines of {@code Log Name: System} and so on, then a
 * description.
 */
final class EventText implements DocumentFormat {
    /**
     * The heads of the Event Viewer's copy in the languages it is met in, by what they stand for.
     */
    private static final Map<String, String> HEADS =
            Map.ofEntries(
                    Map.entry("log name", "channel"),
                    Map.entry("protokollname", "channel"),
                    Map.entry("nom du journal", "channel"),
                    Map.entry("nombre de registro", "channel"),
                    Map.entry("ログの名前", "channel"),
                    Map.entry("source", "provider"),
                    Map.entry("quelle", "provider"),
                    Map.entry("origen", "provider"),
                    Map.entry("ソース", "provider"),
                    Map.entry("date", "time"),
                    Map.entry("datum", "time"),
                    Map.entry("fecha", "time"),
                    Map.entry("日付", "time"),
                    Map.entry("event id", "event-id"),
                    Map.entry("ereignis-id", "event-id"),
                    Map.entry("id de l'événement", "event-id"),
                    Map.entry("id. de evento", "event-id"),
                    Map.entry("イベント id", "event-id"),
                    Map.entry("level", "level"),
                    Map.entry("ebene", "level"),
                    Map.entry("niveau", "level"),
                    Map.entry("nivel", "level"),
                    Map.entry("レベル", "level"),
                    Map.entry("computer", "computer"),
                    Map.entry("ordinateur", "computer"),
                    Map.entry("equipo", "computer"),
                    Map.entry("コンピューター", "computer"),
                    Map.entry("description", "description"),
                    Map.entry("beschreibung", "description"),
                    Map.entry("descripción", "description"),
                    Map.entry("説明", "description"));

    private static final String CHANNEL =
            "(?:log name|protokollname|nom du journal|nombre de registro|ログの名前)";
    private static final String ID =
            "(?:event id|ereignis-id|id de l['’]événement|id\\. de evento|イベント id)";
    private static final Pattern BEGIN =
            Pattern.compile(
                    "(?m)^[ \\t]*"
                            + CHANNEL
                            + "\\s*[:：][\\s\\S]{0,400}^[ \\t]*"
                            + ID
                            + "\\s*[:：]\\s*\\d+");
    private static final Pattern FIELD =
            Pattern.compile("\\s*([\\p{L}'’. -]{3,24}?)\\s*[:：]\\s*(.*)");
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
            if (meaningOf(text).equals("channel")) {
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
                described = take(event, meaning(field.group(1)), field.group(2));
            }
            event.words(line.text());
        }
        if (event.isEvent()) {
            event.passTo(page, lines);
        } else {
            page.unparsed(lines.size());
        }
    }

    private static boolean take(EventRecord event, String meaning, String value) {
        switch (meaning) {
            case "channel", "provider", "event-id", "computer" -> event.field(meaning, value);
            case "time" -> event.time(value);
            case "level" -> event.level(value);
            default -> {}
        }
        return meaning.equals("description");
    }

    /** What the head of a line stands for; empty for a line without a known head. */
    private static String meaningOf(String line) {
        Matcher field = FIELD.matcher(line);
        return field.matches() ? meaning(field.group(1)) : "";
    }

    private static String meaning(String head) {
        return HEADS.getOrDefault(head.strip().replace('’', '\'').toLowerCase(Locale.ROOT), "");
    }
}
