package latchkey.rules.catalog;

import latchkey.rules.rule.Cause;
import latchkey.rules.rule.Source;
import latchkey.rules.rule.SourceKind;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words that rules may use: causes, kinds of source, names for several kinds, messages, and
 * what people say.
 */
record Vocabulary(
        Map<String, Cause> causes,
        Map<SourceKind, Source> sources,
        Map<String, Set<SourceKind>> groups,
        Messages messages,
        Map<String, List<String>> speech) {

    static Vocabulary empty() {
        return new Vocabulary(
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new Messages(),
                new LinkedHashMap<>());
    }

    boolean knows(SourceKind kind) {
        return sources.containsKey(kind);
    }

    /** The kinds a name stands for; empty when nobody knows it. */
    Set<SourceKind> kindsOf(String name) {
        SourceKind kind = new SourceKind(name);
        return sources.containsKey(kind) ? Set.of(kind) : groups.getOrDefault(name, Set.of());
    }

    /** Names for many ways to say one thing; a name may use those before it. */
    void readSpeech(Fields file) {
        Fields words = file.fields("speech");
        if (words == null) {
            return;
        }
        SaidReader reader = new SaidReader(this);
        for (String name : words.node().nodes().keySet()) {
            speech.put(name, reader.words(words, words.find(name)));
        }
    }

    void readCauses(Fields file) {
        for (Fields fields : file.eachFields("causes")) {
            String id = fields.text("id");
            causes.put(
                    id,
                    new Cause(
                            id,
                            fields.text("title"),
                            fields.text("area"),
                            fields.text("meaning"),
                            fields.text("distinguish"),
                            fields.texts("docs")));
        }
    }

    void readSources(Fields file) {
        for (Fields fields : file.eachFields("sources")) {
            SourceKind kind = new SourceKind(fields.text("id"));
            sources.put(
                    kind,
                    new Source(
                            kind,
                            fields.text("title"),
                            fields.texts("where"),
                            fields.text("collect", "")));
        }
        Fields all = file.fields("groups");
        if (all == null) {
            return;
        }
        for (String name : all.node().nodes().keySet()) {
            Set<SourceKind> kinds = new LinkedHashSet<>();
            for (String kind : all.texts(name)) {
                if (!sources.containsKey(new SourceKind(kind))) {
                    all.problem(name, "unknown source '" + kind + "'");
                }
                kinds.add(new SourceKind(kind));
            }
            groups.put(name, kinds);
        }
    }
}
