package latchkey.rules.catalog;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

import latchkey.rules.rule.Anchors;
import latchkey.rules.rule.Companions;
import latchkey.rules.rule.ErrorCode;
import latchkey.rules.rule.Phrase;
import latchkey.rules.rule.Predicate;
import latchkey.rules.rule.Signal;
import latchkey.rules.rule.SourceKind;
import latchkey.rules.rule.Wording;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads one signal of a rule. */
final class SignalReader {
    private static final List<String> OPERATORS = List.of("eq", "ne", "lt", "lte", "gt", "gte");

    private final Vocabulary vocabulary;
    private final SaidReader said;

    SignalReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.said = new SaidReader(vocabulary);
    }

    @Nullable Signal read(String name, Fields fields) {
        String says = fields.text("says", "");
        Signal signal = null;
        if (fields.has("literal")) {
            signal = literal(fields, says);
        } else if (fields.has("regex")) {
            signal = regex(fields, says);
        } else if (fields.has("code") || fields.has("message")) {
            signal = code(fields, says);
        } else if (fields.has("json")) {
            signal = json(fields, says);
        } else if (fields.has("event")) {
            signal = event(fields, says);
        } else if (fields.has("said")) {
            signal = said.read(fields, says);
        } else {
            signal = computed(fields, says);
        }
        if (signal == null) {
            fields.problem(fields.node(), "signal '" + name + "' has no form this language knows");
        }
        fields.refuseRest();
        return signal;
    }

    private @Nullable Signal computed(Fields fields, String says) {
        Fields registry = fields.fields("registry");
        if (registry != null) {
            return whole(
                    registry,
                    new Signal.Registry(
                            regexIn(registry, "key"),
                            registry.text("name"),
                            predicate(registry),
                            says));
        }
        Fields fact = fields.fields("fact");
        if (fact != null) {
            return whole(fact, new Signal.Fact(fact.text("name"), predicate(fact), says));
        }
        Fields version = fields.fields("version");
        if (version != null) {
            return whole(
                    version,
                    new Signal.Version(version.text("fact"), range(version, "range"), says));
        }
        Fields absent = fields.fields("absent");
        if (absent != null) {
            SourceKind source = new SourceKind(absent.text("source"));
            if (!vocabulary.knows(source)) {
                absent.problem("source", "unknown source '" + source + "'");
            }
            return whole(absent, new Signal.Absent(absent.text("of"), source, says));
        }
        Fields count = fields.fields("count");
        if (count != null) {
            Integer atLeast = count.wholeNumber("at-least");
            return whole(
                    count,
                    new Signal.Count(
                            count.text("of"),
                            atLeast == null ? 1 : atLeast,
                            count.wholeNumber("at-most"),
                            duration(count, "within"),
                            count.optional("distinct"),
                            says));
        }
        Fields sequence = fields.fields("sequence");
        if (sequence != null) {
            return whole(
                    sequence,
                    new Signal.Sequence(sequence.texts("of"), duration(sequence, "within"), says));
        }
        Fields compare = fields.fields("compare");
        return compare == null ? null : compare(compare, says);
    }

    private static Signal compare(Fields compare, String says) {
        String operator = compare.text("op");
        if (!OPERATORS.contains(operator)) {
            compare.problem("op", "'" + operator + "' is none of " + String.join(", ", OPERATORS));
        }
        Duration by = duration(compare, "by");
        if (by != null && !operator.equals("gt")) {
            compare.problem("by", "a distance in time goes with gt");
        }
        String left = compare.text("left");
        return whole(compare, new Signal.Compare(left, operator, compare.text("right"), by, says));
    }

    private static Signal whole(Fields inner, Signal signal) {
        inner.refuseRest();
        return signal;
    }

    private Signal literal(Fields fields, String says) {
        List<String> texts = fields.texts("literal");
        texts.forEach(text -> checkAnchor(fields, "literal", text));
        return new Signal.Literal(kinds(fields), texts, companions(fields), says);
    }

    private Signal regex(Fields fields, String says) {
        List<String> patterns = fields.texts("regex");
        patterns.forEach(pattern -> check(fields, "regex", pattern));
        List<String> anchors = fields.texts("anchor");
        if (anchors.isEmpty()) {
            for (String pattern : patterns) {
                String derived = LiteralRun.longestIn(pattern);
                if (derived.length() < Anchors.LEAST) {
                    fields.problem(
                            "regex",
                            "no fixed run of "
                                    + Anchors.LEAST
                                    + " characters in '"
                                    + pattern
                                    + "'; give an anchor");
                }
                anchors.add(derived);
            }
        }
        anchors.forEach(
                anchor -> checkAnchor(fields, fields.has("anchor") ? "anchor" : "regex", anchor));
        boolean each = fields.yes("each", false);
        return new Signal.Regex(kinds(fields), patterns, anchors, companions(fields), each, says);
    }

    private Signal code(Fields fields, String says) {
        List<ErrorCode> codes = new ArrayList<>();
        List<Wording> wordings = new ArrayList<>();
        for (Fields written : fields.eachFields("code")) {
            ErrorCode code = Messages.code(written);
            boolean words = written.yes("words", true);
            written.refuseRest();
            if (code != null) {
                codes.add(code);
                if (words) {
                    wordings.addAll(vocabulary.messages().of(code));
                }
            }
        }
        for (String id : fields.texts("message")) {
            Phrase phrase = vocabulary.messages().byId().get(id);
            if (phrase == null) {
                fields.problem("message", "there is no message '" + id + "'");
            } else {
                codes.addAll(phrase.codes());
                wordings.addAll(phrase.wordings());
            }
        }
        return new Signal.Code(kinds(fields), codes, wordings, companions(fields), says);
    }

    private Signal json(Fields fields, String says) {
        Set<SourceKind> in = kinds(fields);
        Fields json = fields.fields("json");
        if (json == null) {
            return new Signal.Json(in, "", new Predicate.Exists(true), Map.of(), says);
        }
        Map<String, String> beside = expressionMap(json, "beside");
        return whole(json, new Signal.Json(in, json.text("at"), predicate(json), beside, says));
    }

    private Signal event(Fields fields, String says) {
        Fields event = fields.fields("event");
        Set<Integer> ids = new LinkedHashSet<>();
        Map<String, String> data = new LinkedHashMap<>();
        if (event == null) {
            return new Signal.Event(null, null, ids, data, says);
        }
        for (String id : event.texts("ids")) {
            if (id.matches("[0-9]{1,6}")) {
                ids.add(Integer.parseInt(id));
            } else {
                event.problem("ids", "'" + id + "' is no event id");
            }
        }
        if (ids.isEmpty()) {
            event.problem(event.node(), "an event needs ids");
        }
        data.putAll(expressionMap(event, "data"));
        return whole(
                event,
                new Signal.Event(
                        event.optional("channel"), event.optional("provider"), ids, data, says));
    }

    private Map<String, String> expressionMap(Fields fields, String key) {
        Map<String, String> expressions = fields.textMap(key);
        expressions.values().forEach(pattern -> check(fields, key, pattern));
        return expressions;
    }

    private Set<SourceKind> kinds(Fields fields) {
        Set<SourceKind> kinds = new LinkedHashSet<>();
        for (String name : fields.texts("in")) {
            Set<SourceKind> meant = vocabulary.kindsOf(name);
            if (meant.isEmpty()) {
                fields.problem("in", "unknown source '" + name + "'");
            }
            kinds.addAll(meant);
        }
        if (!kinds.isEmpty()) {
            kinds.add(SourceKind.TEXT);
        }
        return kinds;
    }

    private Companions companions(Fields fields) {
        List<String> with = fields.texts("with");
        List<String> without = fields.texts("without");
        with.forEach(pattern -> check(fields, "with", pattern));
        without.forEach(pattern -> check(fields, "without", pattern));
        return new Companions(with, without);
    }

    private Predicate predicate(Fields fields) {
        if (fields.has("equals")) {
            return new Predicate.Equals(fields.text("equals"));
        }
        if (fields.has("in")) {
            return new Predicate.In(fields.texts("in"));
        }
        if (fields.has("matches")) {
            return new Predicate.Matches(regexIn(fields, "matches"));
        }
        if (fields.has("exists")) {
            if (!fields.yes("exists", true)) {
                fields.problem("exists", "a value that is not there is said with absent");
            }
            return new Predicate.Exists(true);
        }
        for (String key : List.of("lt", "lte", "gt", "gte")) {
            if (fields.has(key)) {
                return bound(fields, key);
            }
        }
        fields.problem(
                fields.node(), "no question: equals, in, matches, exists, lt, lte, gt or gte");
        return new Predicate.Exists(true);
    }

    private static Predicate bound(Fields fields, String key) {
        double bound = 0;
        try {
            bound = Double.parseDouble(fields.text(key));
        } catch (NumberFormatException e) {
            fields.problem(key, "'" + key + "' must be a number");
        }
        return switch (key) {
            case "lt" -> new Predicate.LessThan(bound);
            case "lte" -> new Predicate.AtMost(bound);
            case "gt" -> new Predicate.GreaterThan(bound);
            default -> new Predicate.AtLeast(bound);
        };
    }

    static String range(Fields fields, String key) {
        String range = fields.text(key);
        if (!range.matches("[\\[(][0-9.]*(,[0-9.]*)?[\\])]")) {
            fields.problem(key, "'" + range + "' is no interval such as [2.0,3.0)");
            return "[,]";
        }
        return range;
    }

    private static @Nullable Duration duration(Fields fields, String key) {
        String text = fields.optional(key);
        if (text == null) {
            return null;
        }
        try {
            return Duration.parse(text.endsWith("d") ? "P" + text : "PT" + text);
        } catch (DateTimeParseException e) {
            fields.problem(key, "'" + text + "' is no span such as 90s, 10m, 2h or 1d");
            return null;
        }
    }

    private String regexIn(Fields fields, String key) {
        String pattern = fields.text(key);
        check(fields, key, pattern);
        return pattern;
    }

    static void check(Fields fields, String key, String pattern) {
        try {
            Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
        } catch (PatternSyntaxException e) {
            fields.problem(key, "'" + pattern + "' is no RE2 expression: " + e.getMessage());
        }
    }

    static void checkAnchor(Fields fields, String key, String anchor) {
        if (anchor.getBytes(java.nio.charset.StandardCharsets.UTF_8).length < Anchors.LEAST) {
            fields.problem(
                    key,
                    "'"
                            + anchor
                            + "' is shorter than "
                            + Anchors.LEAST
                            + " bytes and cannot be searched");
        }
    }
}
