package latchkey.analyzer.loop;

import latchkey.rules.catalog.PackLoader;
import latchkey.rules.rule.Fix;
import latchkey.simulator.scenario.Play;
import latchkey.simulator.scenario.language.MalformedScenario;
import latchkey.simulator.scenario.language.Phrase;
import latchkey.simulator.scenario.language.Scenario;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a fix stands for in the world: a table, written apart from both worlds. Where the fix gives
 * a command for the guest, the table only says {commands}, and that very command is typed there.
 */
final class Deeds {
    private static final String COMMANDS = "{commands}";
    private static final String CHOSEN = "Meadow-Lantern-4711";

    private static final Map<Fix.Channel, String> WAYS =
            Map.of(
                    Fix.Channel.RUN_COMMAND, "run-command",
                    Fix.Channel.SERIAL_CONSOLE, "serial-console",
                    Fix.Channel.IN_GUEST, "in-guest",
                    Fix.Channel.OFFLINE_DISK, "offline-disk");

    private final JsonNode table;

    /**
     * One way to carry a fix out.
     *
     * @param steps what people do
     * @param again whether the person then repeats what was wanted from the beginning
     * @param then what must be true of the world afterwards
     */
    record Deed(List<Phrase> steps, boolean again, List<Phrase> then) {}

    Deeds() throws IOException {
        try (InputStream in = Deeds.class.getResourceAsStream("deeds.json")) {
            table = JsonMapper.builder().build().readTree(in);
        }
    }

    /** Ids of the fixes that have a deed. */
    Collection<String> fixes() {
        return table.propertyNames();
    }

    boolean knows(String fix) {
        return table.has(fix);
    }

    /** The deed once for every way in that the fix names, in its order; nothing for no entry. */
    List<Deed> of(String fix, List<Fix.Channel> channels, Scenario scenario)
            throws MalformedScenario {
        JsonNode entry = table.path(fix);
        String said = entry.path("steps").toString();
        boolean inGuest = said.contains("{way}") || said.contains(COMMANDS);
        List<String> ways = new ArrayList<>();
        channels.forEach(channel -> Optional.ofNullable(WAYS.get(channel)).ifPresent(ways::add));
        List<Deed> deeds = new ArrayList<>();
        for (String way : inGuest ? ways.stream().distinct().toList() : List.of("")) {
            deeds.add(deed(fix, entry, way, scenario));
        }
        return deeds;
    }

    private static Deed deed(String fix, JsonNode entry, String way, Scenario scenario)
            throws MalformedScenario {
        Map<String, String> values = values(scenario, way);
        List<String> steps = new ArrayList<>();
        steps.addAll(before(way));
        List<String> after = new ArrayList<>(after(way));
        for (JsonNode step : entry.path("steps")) {
            if (step.asString().equals(COMMANDS)) {
                steps.addAll(commands(fix, entry, way, values));
                steps.addAll(after);
                after.clear();
            } else {
                steps.add(step.asString());
            }
        }
        steps.addAll(after);
        List<String> then = new ArrayList<>();
        entry.path("then").forEach(claim -> then.add(filled(claim.asString(), values)));
        steps.replaceAll(step -> filled(step, values));
        return new Deed(
                Play.steps(fix, list("steps", steps)),
                entry.path("again").asBoolean(false),
                Play.claims(fix, list("claims", then)));
    }

    /** How a way in is opened. */
    private static List<String> before(String way) {
        return switch (way) {
            case "serial-console" ->
                    List.of(
                            "{give-console: {account: {user}, password: {password}}}",
                            "{give-console: {account: {admin}, password: {admin-password}}}");
            case "in-guest" -> List.of("{sign-in: {user: {admin}, password: {admin-password}}}");
            case "offline-disk" -> List.of("deallocate");
            default -> List.of();
        };
    }

    /** How it is left, the work being done. */
    private static List<String> after(String way) {
        return way.equals("offline-disk") ? List.of("start", "{wait: {for: PT10M}}") : List.of();
    }

    /** What is typed that way; for a way that the fix only describes, what the table says of it. */
    private static List<String> commands(
            String fix, JsonNode entry, String way, Map<String, String> values) {
        List<String> steps = new ArrayList<>();
        for (Fix.Step step : Written.FIXES.getOrDefault(fix, List.of())) {
            if (way.equals(WAYS.get(step.channel())) && !step.command().isEmpty()) {
                steps.add(typed(way, step.command(), values));
            }
        }
        entry.path(way).forEach(step -> steps.add(step.asString()));
        return steps;
    }

    /** Run Command takes a line and goes through Azure; elsewhere somebody types word by word. */
    private static String typed(String way, List<Fix.Word> command, Map<String, String> values) {
        List<String> words = command.stream().map(word -> text(word, values)).toList();
        if (way.equals("run-command")) {
            String line =
                    words.stream()
                            .map(word -> word.matches("[\\w/:|.=-]+") ? word : quoted(word))
                            .collect(Collectors.joining(" "));
            return "{run-command: {client: az, script: " + quoted(line) + "}}";
        }
        return words.stream()
                .map(Deeds::quoted)
                .collect(Collectors.joining(", ", "{type: {way: {way}, command: [", "]}}"));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String text(Fix.Word word, Map<String, String> values) {
        return switch (word) {
            case Fix.Word.Plain plain -> plain.text();
            case Fix.Word.Slot slot -> values.getOrDefault(slot.name(), "");
            case Fix.Word.Code code -> code.text();
            case Fix.Word.Prompt prompt -> CHOSEN;
        };
    }

    /** The steps of all fixes, as their authors wrote them. */
    private static final class Written {
        static final Map<String, List<Fix.Step>> FIXES = read();

        private static Map<String, List<Fix.Step>> read() {
            try {
                Map<String, List<Fix.Step>> steps = new TreeMap<>();
                PackLoader.core().fixes().forEach((id, fix) -> steps.put(id, fix.steps()));
                return steps;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String list(String name, List<String> items) {
        return items.isEmpty() ? name + ": []\n" : name + ":\n  - " + String.join("\n  - ", items);
    }

    private static String filled(String step, Map<String, String> values) {
        String text = step;
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", "'" + value.getValue() + "'");
        }
        return text;
    }

    /** Names of the story: the person's account and the first administrator. */
    private static Map<String, String> values(Scenario scenario, String way) {
        Phrase traits = scenario.setting().machines().getFirst().traits();
        String admin = traits.text("admin", "azureadmin");
        Map<String, String> values = new LinkedHashMap<>();
        values.put("way", way);
        values.put("admin", admin);
        values.put("admin-password", traits.text("password", "First-Door-2023"));
        values.put("user", admin);
        values.put("password", values.get("admin-password"));
        values.put("port", "3390");
        for (Phrase step : scenario.steps(true)) {
            step.ifSaid("user", user -> values.put("user", user));
            step.ifSaid("password", password -> values.put("password", password));
        }
        return values;
    }
}
