package latchkey.rules.catalog;

import latchkey.rules.rule.Anchors;
import latchkey.rules.rule.Capture;
import latchkey.rules.rule.Rule;
import latchkey.rules.rule.RuleId;
import latchkey.rules.rule.Signal;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks one rule for what its own file can break although it can be read. */
final class RuleCheck {
    private static final int LIKED = 17;

    /** A title names a problem; these words name a wish or a good state. */
    private static final Pattern WISH =
            Pattern.compile("(?i)\\bshould\\b|\\bis enabled\\b|(?-i)\\bOK\\b");

    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z][a-z-]*)(\\|[^{}]*)?\\}");

    private static final Map<String, Set<String>> IMPLIED =
            Map.of(
                    "agent", Set.of("up", "down"),
                    "vm", Set.of("running", "stopped", "not-booted"),
                    "cloud", Set.of("azure", "azure-stack"),
                    "domain-controller", Set.of("yes"),
                    "server-core", Set.of("yes"),
                    "network", Set.of("down"));

    private final String file;
    private final Node.Fields node;
    private final Rule rule;
    private final Problems problems;

    RuleCheck(String file, Node.Fields node, Rule rule, Problems problems) {
        this.file = file;
        this.node = node;
        this.rule = rule;
        this.problems = problems;
    }

    void check() {
        checkId();
        checkWords();
        checkImplied();
        checkReferencesAmongSignals();
        checkUse();
        rule.evidence().forEach(this::checkAnchors);
    }

    private void checkId() {
        RuleId id = rule.id();
        if (Area.of(id).isEmpty()) {
            problem("id", "'" + id.value().substring(0, 3) + "' is no area's prefix");
        }
        if (!Area.kindOf(id).filter(kind -> kind == rule.kind()).isPresent()) {
            problems.open(
                    file,
                    place("id"),
                    "the number of " + id + " does not fit kind " + Fields.labelOf(rule.kind()));
        }
        for (String key : List.of("revision", "severity", "proof")) {
            if (!node.nodes().containsKey(key)) {
                problems.error(file, node, "'" + key + "' is missing");
            }
        }
        if (rule.revision() < 1) {
            problem("revision", "revisions count from 1");
        }
        if (!rule.since().matches("[0-9]+\\.[0-9]+\\.[0-9]+")) {
            problem("since", "'" + rule.since() + "' is no version such as 0.1.0");
        }
    }

    private void checkWords() {
        if (WISH.matcher(rule.title()).find()) {
            problem("title", "a title names the problem: no 'should', 'is enabled' or 'OK'");
        }
        Set<String> known = new HashSet<>(Set.of("attempt"));
        rule.captures().stream().map(Capture::name).forEach(known::add);
        Map<String, String> words =
                Map.of("title", rule.title(), "summary", rule.summary(), "why", rule.why());
        words.forEach(
                (key, text) ->
                        VARIABLE.matcher(text)
                                .results()
                                .map((MatchResult found) -> found.group(1))
                                .filter(name -> !known.contains(name))
                                .forEach(
                                        name ->
                                                problems.open(
                                                        file,
                                                        place(key),
                                                        "{" + name + "} is captured nowhere")));
        String os = rule.applies().os();
        if (os != null && !Set.of("windows", "linux").contains(os)) {
            problem("applies", "os is windows or linux, not '" + os + "'");
        }
        for (String url : rule.references()) {
            if (!url.startsWith("https://")) {
                problem("references", "'" + url + "' is no https address");
            }
        }
    }

    private void checkImplied() {
        rule.implies()
                .forEach(
                        (what, value) -> {
                            Set<String> values = IMPLIED.get(what);
                            if (values == null) {
                                problem("implies", "nothing can be implied of '" + what + "'");
                            } else if (!values.contains(value)) {
                                problem(
                                        "implies",
                                        what
                                                + " is one of "
                                                + String.join(
                                                        ", ", values.stream().sorted().toList()));
                            }
                        });
    }

    private void checkReferencesAmongSignals() {
        rule.evidence()
                .forEach(
                        (name, signal) -> {
                            for (String used : namedBy(signal)) {
                                if (!rule.evidence().containsKey(used) || used.equals(name)) {
                                    at(
                                            "evidence",
                                            name,
                                            "'"
                                                    + name
                                                    + "' names '"
                                                    + used
                                                    + "', which is no other evidence of this rule");
                                }
                            }
                            if (signal instanceof Signal.Count count) {
                                checkDistinct(name, count);
                            }
                            if (signal instanceof Signal.Compare compare) {
                                Stream.of(compare.left(), compare.right())
                                        .filter(
                                                side ->
                                                        rule.captures().stream()
                                                                .noneMatch(
                                                                        capture ->
                                                                                capture.name()
                                                                                        .equals(
                                                                                                side)))
                                        .forEach(
                                                side ->
                                                        at(
                                                                "evidence",
                                                                name,
                                                                "'"
                                                                        + side
                                                                        + "' is captured nowhere"));
                            }
                        });
    }

    private void checkDistinct(String name, Signal.Count count) {
        String group = count.distinct();
        String named = "(?P<" + group + ">";
        boolean there = false;
        for (String expression : expressionsOf(rule.evidence().get(count.of()))) {
            there |= expression.contains(named);
        }
        if (group != null && !there) {
            at("evidence", name, "'" + count.of() + "' has no group " + named + "...)");
        }
    }

    private static Collection<String> expressionsOf(@Nullable Signal signal) {
        if (signal instanceof Signal.Event event) {
            return event.data().values();
        }
        if (signal instanceof Signal.Said said) {
            return said.values();
        }
        return signal instanceof Signal.Regex regex ? regex.patterns() : List.of();
    }

    private void checkUse() {
        Set<String> used = new HashSet<>();
        Stream.of(
                        rule.decision().all(),
                        rule.decision().any(),
                        rule.decision().none(),
                        rule.decision().of())
                .forEach(used::addAll);
        rule.evidence().values().forEach(signal -> used.addAll(namedBy(signal)));
        for (Capture capture : rule.captures()) {
            if (capture.signal() != null) {
                used.add(capture.signal());
            }
        }
        rule.evidence().keySet().stream()
                .filter(name -> !used.contains(name))
                .forEach(
                        name ->
                                problems.open(
                                        file,
                                        place("evidence", name),
                                        "'" + name + "' is used nowhere"));
        int count = rule.decision().atLeast();
        if (!rule.decision().of().isEmpty() && (count < 1 || count > rule.decision().of().size())) {
            problem("verdict", "at-least counts from 1 to the number of signals in 'of'");
        }
    }

    private static List<String> namedBy(Signal signal) {
        return switch (signal) {
            case Signal.Absent absent -> List.of(absent.of());
            case Signal.Count count -> List.of(count.of());
            case Signal.Sequence sequence -> sequence.of();
            case Signal.Literal literal -> List.of();
            case Signal.Regex regex -> List.of();
            case Signal.Code code -> List.of();
            case Signal.Json json -> List.of();
            case Signal.Event event -> List.of();
            case Signal.Registry registry -> List.of();
            case Signal.Said said -> List.of();
            case Signal.Fact fact -> List.of();
            case Signal.Version version -> List.of();
            case Signal.Compare compare -> List.of();
        };
    }

    private void checkAnchors(String name, Signal signal) {
        List<String> anchors = new ArrayList<>();
        if (signal instanceof Signal.Literal literal) {
            anchors.addAll(literal.texts());
        } else if (signal instanceof Signal.Regex regex) {
            anchors.addAll(regex.anchors());
        }
        for (String anchor : anchors) {
            int bytes = anchor.getBytes(StandardCharsets.UTF_8).length;
            if (bytes >= Anchors.LEAST && bytes < LIKED) {
                note(
                        name,
                        "anchor '"
                                + anchor
                                + "' has "
                                + bytes
                                + " bytes; "
                                + LIKED
                                + " or more are better");
            }
            if (bytes >= Anchors.LEAST && isOrdinary(anchor)) {
                note(
                        name,
                        "anchor '" + anchor + "' stands in lines that ordinary logs are full of");
            }
        }
    }

    private static boolean isOrdinary(String anchor) {
        String folded = anchor.toLowerCase(Locale.ROOT);
        return OrdinaryLines.ALL.stream().anyMatch(line -> line.contains(folded));
    }

    private void problem(String key, String message) {
        problems.error(file, place(key), message);
    }

    private void at(String key, String inner, String message) {
        problems.error(file, place(key, inner), message);
    }

    private void note(String signal, String message) {
        problems.note(file, place("evidence", signal), message);
    }

    private Node place(String key) {
        return node.nodes().getOrDefault(key, node);
    }

    private Node place(String key, String inner) {
        return node.nodes().get(key) instanceof Node.Fields fields
                ? fields.nodes().getOrDefault(inner, fields)
                : node;
    }
}
