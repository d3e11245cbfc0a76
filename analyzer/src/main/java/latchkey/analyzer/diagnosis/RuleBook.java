package latchkey.analyzer.diagnosis;

import latchkey.rules.rule.ErrorCode;
import latchkey.rules.rule.Kind;
import latchkey.rules.rule.Pack;
import latchkey.rules.rule.Rule;
import latchkey.rules.rule.RuleId;
import latchkey.rules.rule.Signal;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules of a pack in the form in which records are asked: anchors, and behind each the probes
 * that need it.
 */
public final class RuleBook {
    private final Pack pack;
    private final List<String> anchors = new ArrayList<>();
    private final List<List<Probe.InText>> byAnchor = new ArrayList<>();
    private final Map<String, List<Probe.InText>> byBareCode = new HashMap<>();
    private final List<Probe> ofDocuments = new ArrayList<>();
    private final List<Probe> ofEvents = new ArrayList<>();
    private final List<Probe> ofRegistry = new ArrayList<>();
    private final Map<Integer, Signal.Said> said = new LinkedHashMap<>();
    private final List<Rule> ruleOfSignal = new ArrayList<>();
    private final List<String> nameOfSignal = new ArrayList<>();
    private final Map<RuleId, Map<String, Integer>> signalIds = new LinkedHashMap<>();
    private @Nullable Hearing hearing;

    private RuleBook(Pack pack) {
        this.pack = pack;
    }

    public static RuleBook of(Pack pack) {
        RuleBook book = new RuleBook(pack);
        Map<String, Integer> anchorIds = new HashMap<>();
        for (Rule rule : pack.rules().values()) {
            Map<String, Integer> ids = new LinkedHashMap<>();
            rule.evidence()
                    .forEach(
                            (name, signal) -> {
                                int id = book.ruleOfSignal.size();
                                book.ruleOfSignal.add(rule);
                                book.nameOfSignal.add(name);
                                ids.put(name, id);
                                book.add(id, signal, rule.applies().handler(), anchorIds);
                            });
            book.signalIds.put(rule.id(), ids);
        }
        return book;
    }

    /** The texts to scan for; their index is the anchor's id. */
    public List<String> anchors() {
        return List.copyOf(anchors);
    }

    public Pack pack() {
        return pack;
    }

    int signalCount() {
        return ruleOfSignal.size();
    }

    int signalId(Rule rule, String name) {
        Integer id = signalIds.getOrDefault(rule.id(), Map.of()).get(name);
        if (id == null) {
            throw new IllegalArgumentException("a rule names a signal it does not have");
        }
        return id;
    }

    /**
     * Whether a record that shows this signal is thereby understood; a symptom's words still want a
     * cause.
     */
    boolean isUnderstoodBy(int signal) {
        return ruleOfSignal.get(signal).kind() != Kind.SYMPTOM;
    }

    Rule ruleOf(int signal) {
        return ruleOfSignal.get(signal);
    }

    String nameOf(int signal) {
        return nameOfSignal.get(signal);
    }

    List<Probe.InText> probesAt(int anchor) {
        return anchor < byAnchor.size() ? byAnchor.get(anchor) : List.of();
    }

    List<Probe.InText> probesOfBareCode(String value) {
        return byBareCode.getOrDefault(value, List.of());
    }

    List<Probe> ofDocuments() {
        return ofDocuments;
    }

    List<Probe> ofEvents() {
        return ofEvents;
    }

    List<Probe> ofRegistry() {
        return ofRegistry;
    }

    /** What listens to people; made when somebody speaks. */
    synchronized Hearing hearing() {
        Hearing made = hearing;
        if (made == null) {
            made = new Hearing(said);
            hearing = made;
        }
        return made;
    }

    private void add(
            int id, Signal signal, @Nullable String handler, Map<String, Integer> anchorIds) {
        if (signal instanceof Signal.InText inText) {
            addInText(new Probe.InText(id, inText, handler), inText, anchorIds);
        } else if (signal instanceof Signal.Json json) {
            ofDocuments.add(new Probe.Json(id, json, handler));
        } else if (signal instanceof Signal.Event event) {
            ofEvents.add(new Probe.Event(id, event, handler));
        } else if (signal instanceof Signal.Registry registry) {
            ofRegistry.add(new Probe.Registry(id, registry, handler));
        } else if (signal instanceof Signal.Said words) {
            said.put(id, words);
        }
    }

    private void addInText(
            Probe.InText probe, Signal.InText written, Map<String, Integer> anchorIds) {
        for (String anchor : written.anchors()) {
            Integer known = anchorIds.putIfAbsent(anchor, anchors.size());
            if (known == null) {
                anchors.add(anchor);
                byAnchor.add(new ArrayList<>());
            }
            byAnchor.get(known == null ? anchors.size() - 1 : known).add(probe);
        }
        if (written instanceof Signal.Code coded) {
            for (ErrorCode code : coded.codes()) {
                for (String value : CodeSpelling.bareValues(code)) {
                    byBareCode.computeIfAbsent(value, key -> new ArrayList<>()).add(probe);
                }
            }
        }
    }
}
