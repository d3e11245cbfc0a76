package latchkey.analyzer.report.face;

import latchkey.analyzer.diagnosis.Outcome;
import latchkey.analyzer.evidence.Coverage;
import latchkey.analyzer.report.Report;
import latchkey.rules.rule.Fix;
import latchkey.rules.rule.RuleId;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads a report back from its JSON. */
public final class ReportReader {
    /** Larger files are not reports. */
    public static final long LIMIT = 64L << 20;

    private static final JsonMapper JSON = JsonMapper.shared();

    private ReportReader() {}

    /** Whether a file that begins so is one of ours. */
    public static boolean looksLikeReport(byte[] head) {
        String text = new String(head, StandardCharsets.UTF_8);
        return text.stripLeading().startsWith("{")
                && text.contains("\"schemaVersion\"")
                && text.contains("\"latchkey\"");
    }

    public static Report read(String json) throws IOException {
        try {
            return report(JSON.readTree(json));
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            throw new IOException("The file is not a report that this version can read.", e);
        }
    }

    private static Report report(JsonNode node) {
        if (!node.path("schemaVersion").asString("").startsWith("1.")) {
            throw new IllegalArgumentException("unknown version of the schema");
        }
        JsonNode tool = node.path("tool");
        return new Report(
                new Report.Tool(
                        text(tool, "name"),
                        text(tool, "version"),
                        list(tool, "rulePacks", ReportReader::pack)),
                list(node, "inputs", ReportReader::input),
                machine(node.path("machine")),
                word(Outcome.class, node, "outcome"),
                list(node, "causes", ReportReader::cause),
                list(node, "symptoms", ReportReader::symptom),
                list(node, "history", ReportReader::cause),
                list(node, "unexplained", ReportReader::unexplained),
                list(
                        node,
                        "collectNext",
                        next ->
                                new Report.CollectNext(
                                        text(next, "what"), text(next, "why"), text(next, "how"))),
                list(node, "rules", ReportReader::rule),
                list(node, "coverage", ReportReader::coverage),
                redactions(node.path("redactions")));
    }

    private static Report.RulePack pack(JsonNode node) {
        return new Report.RulePack(text(node, "name"), text(node, "version"), text(node, "sha256"));
    }

    private static Report.Input input(JsonNode node) {
        return new Report.Input(
                text(node, "name"),
                text(node, "kind"),
                node.path("bytes").asLong(0),
                textOrNull(node, "sha256"));
    }

    private static Report.Machine machine(JsonNode node) {
        return new Report.Machine(
                textOrNull(node, "name"),
                textOrNull(node, "os"),
                textOrNull(node, "agentVersion"),
                textOrNull(node, "vmAccessVersion"));
    }

    private static Report.CauseFound cause(JsonNode node) {
        return new Report.CauseFound(
                textOrNull(node, "cause"),
                new RuleId(text(node, "rule")),
                text(node, "title"),
                text(node, "summary"),
                word(Report.Confidence.class, node, "confidence"),
                attempt(node.path("attempt")),
                list(node, "evidence", ReportReader::proof),
                list(node, "explains", id -> new RuleId(id.asString())),
                list(node, "fixes", ReportReader::wayOut),
                texts(node, "references"));
    }

    private static Report.@Nullable AttemptRun attempt(JsonNode node) {
        if (!node.isObject()) {
            return null;
        }
        JsonNode sequence = node.path("sequence");
        return new Report.AttemptRun(
                text(node, "handler"),
                sequence.isNumber() ? Integer.valueOf(sequence.asInt()) : null,
                time(node, "from"),
                time(node, "to"));
    }

    private static Report.Proof proof(JsonNode node) {
        return new Report.Proof(
                text(node, "file"),
                node.path("line").asInt(0),
                time(node, "time"),
                text(node, "text"),
                text(node, "says"));
    }

    private static Report.WayOut wayOut(JsonNode node) {
        return new Report.WayOut(
                text(node, "id"),
                text(node, "goal"),
                word(Fix.Cure.class, node, "cure"),
                word(Fix.Safety.class, node, "safety"),
                node.path("available").asBoolean(false),
                textOrNull(node, "unavailableBecause"),
                text(node, "role"),
                texts(node, "warnings"),
                list(node, "steps", ReportReader::step),
                text(node, "check"),
                text(node, "undo"));
    }

    private static Report.Step step(JsonNode node) {
        return new Report.Step(
                word(Fix.Channel.class, node, "channel"),
                text(node, "text"),
                textOrNull(node, "command"));
    }

    private static Report.Symptom symptom(JsonNode node) {
        return new Report.Symptom(
                new RuleId(text(node, "rule")),
                text(node, "title"),
                list(node, "evidence", ReportReader::proof));
    }

    private static Report.Unexplained unexplained(JsonNode node) {
        return new Report.Unexplained(
                text(node, "text"),
                node.path("count").asLong(0),
                text(node, "file"),
                node.path("line").asInt(0),
                list(
                        node,
                        "hints",
                        hint ->
                                new Report.NearRule(
                                        new RuleId(text(hint, "rule")), text(hint, "why"))));
    }

    private static Report.RuleResult rule(JsonNode node) {
        return new Report.RuleResult(
                new RuleId(text(node, "id")),
                word(Report.RuleVerdictWord.class, node, "verdict"),
                text(node, "because"));
    }

    private static Report.FileCoverage coverage(JsonNode node) {
        return new Report.FileCoverage(
                text(node, "file"),
                text(node, "kind"),
                node.path("lines").asLong(0),
                node.path("unparsed").asLong(0),
                time(node, "from"),
                time(node, "to"),
                textOrNull(node, "encoding"),
                word(Coverage.Read.class, node, "read"),
                textOrNull(node, "because"),
                texts(node, "gaps"));
    }

    private static Report.Redactions redactions(JsonNode node) {
        Map<String, Integer> classes = new TreeMap<>();
        node.path("byClass")
                .propertyStream()
                .forEach(entry -> classes.put(entry.getKey(), entry.getValue().asInt(0)));
        return new Report.Redactions(node.path("count").asInt(0), classes);
    }

    private static String text(JsonNode node, String name) {
        String text = textOrNull(node, name);
        if (text == null) {
            throw new IllegalArgumentException("a field is missing");
        }
        return text;
    }

    private static @Nullable String textOrNull(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isString() ? value.asString() : null;
    }

    private static @Nullable Instant time(JsonNode node, String name) {
        String text = textOrNull(node, name);
        return text == null ? null : Instant.parse(text);
    }

    private static List<String> texts(JsonNode node, String name) {
        return list(node, name, JsonNode::asString);
    }

    private static <E extends Enum<E>> E word(Class<E> labels, JsonNode node, String name) {
        return Word.parse(labels, text(node, name))
                .orElseThrow(() -> new IllegalArgumentException("unknown word"));
    }

    private static <T> List<T> list(JsonNode node, String name, Function<JsonNode, T> reading) {
        List<T> items = new ArrayList<>();
        node.path(name).values().forEach(item -> items.add(reading.apply(item)));
        return items;
    }
}
