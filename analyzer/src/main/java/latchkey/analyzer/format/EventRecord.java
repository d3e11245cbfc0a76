package latchkey.analyzer.format;

import latchkey.analyzer.evidence.Entry;
import latchkey.analyzer.evidence.Fact;
import latchkey.analyzer.evidence.FactName;
import latchkey.analyzer.evidence.Level;
import latchkey.analyzer.evidence.Line;
import latchkey.analyzer.evidence.Mark;
import latchkey.analyzer.evidence.Quote;
import latchkey.rules.rule.SourceKind;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One Windows event while it is read, from whatever it was exported to. */
final class EventRecord {
    static final SourceKind KIND = new SourceKind("event-log");

    /** Display names that the service control manager writes, and the services they stand for. */
    private static final Map<String, String> SERVICES =
            Map.ofEntries(
                    Map.entry("rdagent", "RdAgent"),
                    Map.entry("windows azure guest agent", "WindowsAzureGuestAgent"),
                    Map.entry("windowsazureguestagent", "WindowsAzureGuestAgent"),
                    Map.entry("dhcp client", "Dhcp"),
                    Map.entry("base filtering engine", "BFE"),
                    Map.entry("cng key isolation", "KeyIso"),
                    Map.entry("windows firewall", "MpsSvc"),
                    Map.entry("windows defender firewall", "MpsSvc"),
                    Map.entry("remote desktop services", "TermService"),
                    Map.entry("windows management instrumentation", "Winmgmt"));

    private final Map<String, String> fields = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();
    private @Nullable Instant time;
    private @Nullable Level level;
    private int unnamed;

    /** Keeps what the event says of itself: provider, channel, event-id, computer. */
    void field(String name, String value) {
        if (!value.isBlank()) {
            fields.putIfAbsent(name, value.strip());
        }
    }

    void data(String name, String value) {
        String known = name.isBlank() ? "param" + ++unnamed : name;
        fields.putIfAbsent("data." + known, value.strip());
        words(known + ": " + value.strip());
    }

    void message(String words) {
        if (!words.isBlank()) {
            text.insert(0, words.strip() + (text.isEmpty() ? "" : "\n"));
        }
    }

    void words(String more) {
        text.append(text.isEmpty() ? "" : "\n").append(more);
    }

    void time(String value) {
        time = Times.of(value);
        String clock = time == null ? WallClock.of(value) : null;
        if (clock != null) {
            fields.putIfAbsent(Entry.CLOCK, clock);
        }
    }

    /** The number or the English word of the level. */
    void level(String value) {
        level =
                switch (value.strip().toLowerCase(Locale.ROOT)) {
                    case "1", "2", "critical", "error" -> Level.ERROR;
                    case "3", "warning" -> Level.WARN;
                    case "5", "verbose" -> Level.TRACE;
                    default -> Level.INFO;
                };
    }

    boolean isEvent() {
        return fields.containsKey("event-id");
    }

    /** Passes the event on. */
    void passTo(Page page, List<Line> lines) {
        if (text.isEmpty()) {
            words(String.join(" ", fields.values()));
        }
        Entry entry =
                new Entry(
                        KIND, page.file(), lines, text.toString(), null, fields, time, level, null);
        page.entry(entry);
        Quote quote = entry.quoteAt(0);
        if (isBoot()) {
            page.mark(new Mark(Mark.Type.BOOT, null, time, quote));
        }
        serviceFacts()
                .forEach(fact -> page.fact(new Fact(fact.getKey(), fact.getValue(), time, quote)));
    }

    private boolean isBoot() {
        String provider = fields.getOrDefault("provider", "").toLowerCase(Locale.ROOT);
        return switch (fields.getOrDefault("event-id", "")) {
            case "6005", "6009" -> provider.endsWith("eventlog");
            case "12" -> provider.endsWith("kernel-general");
            default -> false;
        };
    }

    private List<Map.Entry<String, String>> serviceFacts() {
        List<Map.Entry<String, String>> facts = new ArrayList<>();
        String service =
                SERVICES.get(fields.getOrDefault("data.param1", "").toLowerCase(Locale.ROOT));
        String state = fields.getOrDefault("data.param2", "").toLowerCase(Locale.ROOT);
        boolean known = state.equals("running") || state.equals("stopped");
        if (service != null && known && fields.getOrDefault("event-id", "").equals("7036")) {
            facts.add(Map.entry(FactName.SERVICE_PREFIX + service, state));
        }
        return facts;
    }
}
