package latchkey.rules.catalog;

import latchkey.rules.rule.Applies;
import latchkey.rules.rule.Capture;
import latchkey.rules.rule.Decision;
import latchkey.rules.rule.Kind;
import latchkey.rules.rule.LeadsTo;
import latchkey.rules.rule.Proof;
import latchkey.rules.rule.Relations;
import latchkey.rules.rule.Rule;
import latchkey.rules.rule.RuleId;
import latchkey.rules.rule.Scope;
import latchkey.rules.rule.Severity;
import latchkey.rules.rule.Signal;
import latchkey.rules.rule.SourceKind;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one rule file. */
final class RuleReader {
    private static final List<String> NOT_CLEARED = List.of("RDP", "IDN", "EVA");

    private final Vocabulary vocabulary;
    private final SignalReader signals;

    RuleReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.signals = new SignalReader(vocabulary);
    }

    /**
     * The rule, or null when even its id cannot be read; everything else that is wrong is told and
     * read on.
     */
    @Nullable Rule read(Fields file) {
        String written = file.text("id");
        if (!RuleId.isWellFormed(written)) {
            file.problem("id", "'" + written + "' is no rule id such as VMA-007");
            return null;
        }
        RuleId id = new RuleId(written);
        String area = written.substring(0, 3);
        Integer revision = file.wholeNumber("revision");
        Kind kind = file.label("kind", Kind.class, Kind.CONTEXT);
        Map<String, Signal> evidence = evidence(file);
        Rule rule =
                new Rule(
                        id,
                        revision == null ? 1 : revision,
                        file.text("since"),
                        file.text("title"),
                        file.text("summary"),
                        kind,
                        cause(file, kind),
                        leadsTo(file, kind),
                        file.label("severity", Severity.class, Severity.ERROR),
                        file.label("certainty", Rule.Certainty.class, Rule.Certainty.HIGH),
                        file.label("proof", Proof.class, Proof.REPORTED),
                        applies(file),
                        file.label(
                                "scope",
                                Scope.class,
                                area.equals("VMA") ? Scope.ATTEMPT : Scope.BUNDLE),
                        file.yes("cleared-by-success", !NOT_CLEARED.contains(area)),
                        evidence,
                        decision(file, evidence),
                        captures(file, evidence),
                        relations(file),
                        file.textMap("implies"),
                        file.text("why"),
                        file.optional("not-this-if"),
                        file.texts("fixes"),
                        collect(file),
                        file.texts("references"));
        if (!file.has("kind")) {
            file.problem(file.node(), "'kind' is missing");
        }
        file.refuseRest();
        return rule;
    }

    private @Nullable String cause(Fields file, Kind kind) {
        String cause = file.optional("cause");
        if ((cause != null) != (kind == Kind.CAUSE)) {
            file.problem("cause", "a cause is named by rules of kind cause and by no others");
        }
        if (cause != null && !vocabulary.causes().containsKey(cause)) {
            file.problem("cause", "'" + cause + "' is not in the vocabulary of causes");
        }
        return cause;
    }

    private static @Nullable LeadsTo leadsTo(Fields file, Kind kind) {
        LeadsTo leadsTo = file.label("leads-to", LeadsTo.class);
        if ((leadsTo != null) != (kind == Kind.SYMPTOM)) {
            file.problem("leads-to", "leads-to is said by rules of kind symptom and by no others");
        }
        return leadsTo;
    }

    private static Applies applies(Fields file) {
        Fields applies = file.fields("applies");
        if (applies == null) {
            return Applies.ALWAYS;
        }
        Map<String, String> versions = new LinkedHashMap<>();
        Fields ranges = applies.fields("versions");
        if (ranges != null) {
            ranges.node()
                    .nodes()
                    .keySet()
                    .forEach(fact -> versions.put(fact, SignalReader.range(ranges, fact)));
        }
        Applies read =
                new Applies(
                        applies.optional("os"),
                        applies.optional("handler"),
                        versions,
                        ids(applies, "unless"));
        applies.refuseRest();
        return read;
    }

    private Map<String, Signal> evidence(Fields file) {
        Map<String, Signal> evidence = new LinkedHashMap<>();
        Fields all = file.fields("evidence");
        if (all == null) {
            file.problem(file.node(), "'evidence' is missing");
            return evidence;
        }
        for (String name : all.node().nodes().keySet()) {
            Fields fields = all.fields(name);
            Signal signal = fields == null ? null : signals.read(name, fields);
            if (signal != null) {
                evidence.put(name, signal);
            }
        }
        return evidence;
    }

    private static Decision decision(Fields file, Map<String, Signal> evidence) {
        Fields verdict = file.fields("verdict");
        if (verdict == null) {
            file.problem(file.node(), "'verdict' is missing");
            return new Decision(List.of(), List.of(), List.of(), 0, List.of());
        }
        Fields atLeast = verdict.fields("at-least");
        Integer count = atLeast == null ? null : atLeast.wholeNumber("count");
        List<String> of = atLeast == null ? List.of() : atLeast.texts("of");
        if (atLeast != null) {
            atLeast.refuseRest();
        }
        Decision decision =
                new Decision(
                        verdict.texts("all"),
                        verdict.texts("any"),
                        verdict.texts("none"),
                        count == null ? 0 : count,
                        of);
        for (List<String> names :
                List.of(decision.all(), decision.any(), decision.none(), decision.of())) {
            for (String name : names) {
                if (!evidence.containsKey(name)) {
                    verdict.problem(
                            verdict.node(),
                            "the verdict names '" + name + "', which is no evidence");
                }
            }
        }
        if (decision.all().isEmpty() && decision.any().isEmpty() && decision.of().isEmpty()) {
            verdict.problem(verdict.node(), "the verdict asks for nothing");
        }
        verdict.refuseRest();
        return decision;
    }

    private static List<Capture> captures(Fields file, Map<String, Signal> evidence) {
        List<Capture> captures = new ArrayList<>();
        Fields all = file.fields("capture");
        if (all == null) {
            return captures;
        }
        for (String name : all.node().nodes().keySet()) {
            Fields one = all.fields(name);
            if (one == null) {
                continue;
            }
            Capture capture =
                    new Capture(
                            name,
                            one.optional("from"),
                            one.optional("group"),
                            one.optional("fact"),
                            one.label("class", Capture.Secrecy.class, Capture.Secrecy.PLAIN));
            one.refuseRest();
            checkSource(one, capture, evidence);
            captures.add(capture);
        }
        return captures;
    }

    private static void checkSource(Fields at, Capture capture, Map<String, Signal> evidence) {
        if (capture.fact() != null) {
            return;
        }
        String signal = capture.signal();
        String group = capture.group();
        if (signal == null || group == null) {
            at.problem(at.node(), "a capture needs from and group, or fact");
            return;
        }
        List<String> patterns = patternsOf(evidence.get(signal));
        if (patterns.isEmpty()) {
            at.problem(
                    at.node(),
                    "'" + signal + "' is no regex signal of this rule and no said value");
        } else if (patterns.stream().noneMatch(pattern -> pattern.contains("(?P<" + group + ">"))) {
            at.problem(at.node(), "'" + signal + "' has no group (?P<" + group + ">...)");
        }
    }

    private static List<String> patternsOf(@Nullable Signal signal) {
        if (signal instanceof Signal.Said said) {
            return said.values();
        }
        return signal instanceof Signal.Regex regex ? regex.patterns() : List.of();
    }

    private static Relations relations(Fields file) {
        Fields relations = file.fields("relations");
        if (relations == null) {
            return Relations.NONE;
        }
        Relations read =
                new Relations(
                        ids(relations, "explains"),
                        ids(relations, "beats"),
                        ids(relations, "excludes"),
                        ids(relations, "often-with"),
                        ids(relations, "clears"));
        relations.refuseRest();
        return read;
    }

    private List<SourceKind> collect(Fields file) {
        List<SourceKind> kinds = new ArrayList<>();
        for (String name : file.texts("collect")) {
            SourceKind kind = new SourceKind(name);
            if (!vocabulary.knows(kind)) {
                file.problem("collect", "unknown source '" + name + "'");
            }
            kinds.add(kind);
        }
        return kinds;
    }

    private static List<RuleId> ids(Fields fields, String key) {
        List<RuleId> ids = new ArrayList<>();
        for (String id : fields.texts(key)) {
            if (RuleId.isWellFormed(id)) {
                ids.add(new RuleId(id));
            } else {
                fields.problem(key, "'" + id + "' is no rule id");
            }
        }
        return ids;
    }
}
