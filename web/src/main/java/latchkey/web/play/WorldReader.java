package latchkey.web.play;

import latchkey.simulator.fault.Fault;
import latchkey.simulator.fault.FaultCatalog;
import latchkey.simulator.scenario.Axis;
import latchkey.simulator.scenario.Variant;
import latchkey.simulator.scenario.language.Parameter;
import latchkey.simulator.scenario.language.Scenario;
import latchkey.simulator.scenario.language.Vocabulary;
import latchkey.simulator.world.Happening;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The simulator's own records in the words of the pages. */
final class WorldReader {
    private WorldReader() {}

    static Card card(Scenario scenario) {
        List<String> offered = Variant.offered(scenario);
        List<Card.Axis> axes = new ArrayList<>();
        for (Axis axis : Axis.values()) {
            List<String> words = axis.words().stream().filter(offered::contains).toList();
            if (!words.isEmpty()) {
                axes.add(new Card.Axis(axis.name().toLowerCase(Locale.ROOT), words));
            }
        }
        return new Card(
                scenario.id(),
                scenario.title(),
                scenario.cause().orElse(null),
                scenario.outcome(),
                axes);
    }

    static List<Move> steps(Vocabulary vocabulary) {
        List<Move> moves = new ArrayList<>();
        for (String word : vocabulary.names()) {
            List<Move.Field> fields =
                    vocabulary.find(word).orElse(Map.of()).values().stream()
                            .filter(parameter -> !parameter.name().equals("only"))
                            .map(WorldReader::field)
                            .toList();
            moves.add(new Move(word, "", fields));
        }
        return moves;
    }

    private static Move.Field field(Parameter parameter) {
        return new Move.Field(
                parameter.name(),
                parameter.kind().name().toLowerCase(Locale.ROOT),
                parameter.required(),
                parameter.choices(),
                "",
                "");
    }

    static List<Move> faults() {
        return FaultCatalog.all().stream().map(WorldReader::fault).toList();
    }

    private static Move fault(Fault fault) {
        return new Move(
                fault.id(),
                fault.title(),
                fault.parameters().stream().map(WorldReader::field).toList());
    }

    private static Move.Field field(latchkey.simulator.fault.Parameter one) {
        List<String> choices = List.of();
        String kind =
                switch (one.kind()) {
                    case latchkey.simulator.fault.Parameter.Kind.Text text -> "text";
                    case latchkey.simulator.fault.Parameter.Kind.Number number -> "number";
                    case latchkey.simulator.fault.Parameter.Kind.Span span -> "duration";
                    case latchkey.simulator.fault.Parameter.Kind.Flag flag -> "flag";
                    case latchkey.simulator.fault.Parameter.Kind.Word word -> "text";
                };
        if (one.kind() instanceof latchkey.simulator.fault.Parameter.Kind.Word word) {
            choices = word.choices();
        }
        return new Move.Field(
                one.name(),
                kind,
                one.otherwise().isEmpty(),
                choices,
                one.otherwise(),
                one.meaning());
    }

    static Event event(Happening one) {
        return new Event(one.number(), one.at(), one.where(), one.what(), one.details());
    }

    /** The world's account of itself, which the simulator gives as JSON. */
    static Truth truth(String json) {
        JsonNode root = JsonMapper.shared().readTree(json);
        List<String> astray = new ArrayList<>();
        root.path("disappointments").forEach(one -> astray.add(one.asString()));
        List<Truth.Machine> machines = new ArrayList<>();
        root.path("machines").forEach(one -> machines.add(machine(one)));
        JsonNode reason = root.path("reason");
        return new Truth(
                text(root.path("cause")),
                root.path("outcome").asString(""),
                reason.isObject() ? event(reason) : null,
                astray,
                machines);
    }

    private static Event event(JsonNode node) {
        Map<String, String> with = new LinkedHashMap<>();
        node.path("details")
                .properties()
                .forEach(e -> with.put(e.getKey(), e.getValue().asString("")));
        return new Event(
                node.path("number").asLong(),
                Instant.parse(node.path("at").asString()),
                node.path("where").asString(""),
                node.path("what").asString(""),
                with);
    }

    private static Truth.Machine machine(JsonNode node) {
        List<Truth.Account> accounts = new ArrayList<>();
        for (JsonNode one : node.path("accounts")) {
            accounts.add(
                    new Truth.Account(
                            one.path("name").asString(""),
                            one.path("enabled").asBoolean(),
                            one.path("locked").asBoolean(),
                            one.path("administrator").asBoolean()));
        }
        List<String> stopped = new ArrayList<>();
        node.path("stoppedServices").forEach(one -> stopped.add(one.asString()));
        return new Truth.Machine(
                node.path("name").asString(""), node.path("up").asBoolean(), accounts, stopped);
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.asString() : null;
    }
}
