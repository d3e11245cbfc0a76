package latchkey.analyzer.loop;

import latchkey.rules.rule.Fix;
import latchkey.simulator.scenario.Play;
import latchkey.simulator.scenario.language.MalformedScenario;
import latchkey.simulator.scenario.language.Phrase;
import latchkey.simulator.scenario.language.Scenario;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a fix stands for in the world: a table, written apart from both worlds. */
final class Deeds {
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
        boolean inGuest = entry.path("steps").toString().contains("{way}");
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
        if (way.equals("serial-console")) {
            steps.add(
                    filled(
                            "{give-console: {account: {admin}, password: {admin-password}}}",
                            values));
        }
        if (way.equals("offline-disk")) {
            steps.add("deallocate");
        }
        entry.path("steps").forEach(step -> steps.add(filled(step.asString(), values)));
        if (way.equals("offline-disk")) {
            steps.add("start");
            steps.add("{wait: {for: PT10M}}");
        }
        List<String> then = new ArrayList<>();
        entry.path("then").forEach(claim -> then.add(filled(claim.asString(), values)));
        return new Deed(
                Play.steps(fix, list("steps", steps)),
                entry.path("again").asBoolean(false),
                Play.claims(fix, list("claims", then)));
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
        values.put("admin-password", traits.text("password", ""));
        values.put("user", admin);
        for (Phrase step : scenario.steps(true)) {
            step.ifSaid("user", user -> values.put("user", user));
            step.ifSaid("password", password -> values.put("password", password));
        }
        return values;
    }
}
