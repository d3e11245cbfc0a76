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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One rule in the compiled pack: its parts in the order in which the record names them. */
final class RuleBinary {
    private static final Kind[] KINDS = Kind.values();
    private static final LeadsTo[] LEADS = LeadsTo.values();
    private static final Severity[] SEVERITIES = Severity.values();
    private static final Rule.Certainty[] CERTAINTIES = Rule.Certainty.values();
    private static final Proof[] PROOFS = Proof.values();
    private static final Scope[] SCOPES = Scope.values();
    private static final Capture.Secrecy[] SECRECIES = Capture.Secrecy.values();

    private RuleBinary() {}

    static void write(Rule rule, PackOutput out) {
        out.text(rule.id().value());
        out.number(rule.revision());
        out.text(rule.since());
        out.text(rule.title());
        out.text(rule.summary());
        out.label(rule.kind());
        out.text(rule.cause());
        out.label(rule.leadsTo());
        out.label(rule.severity());
        out.label(rule.certainty());
        out.label(rule.proof());
        write(rule.applies(), out);
        out.label(rule.scope());
        out.yes(rule.clearedBySuccess());
        out.number(rule.evidence().size());
        rule.evidence()
                .forEach(
                        (name, signal) -> {
                            out.text(name);
                            SignalBinary.write(signal, out);
                        });
        write(rule.decision(), out);
        out.number(rule.captures().size());
        rule.captures().forEach(capture -> write(capture, out));
        write(rule.relations(), out);
        out.textMap(rule.implies());
        out.text(rule.why());
        out.text(rule.notThisIf());
        out.texts(rule.fixes());
        out.texts(rule.collect());
        out.texts(rule.references());
    }

    static Rule read(PackInput in) {
        return new Rule(
                new RuleId(in.text()),
                in.number(),
                in.text(),
                in.text(),
                in.text(),
                in.label(KINDS),
                in.textOrNull(),
                in.labelOrNull(LEADS),
                in.label(SEVERITIES),
                in.label(CERTAINTIES),
                in.label(PROOFS),
                applies(in),
                in.label(SCOPES),
                in.yes(),
                evidence(in),
                new Decision(in.texts(), in.texts(), in.texts(), in.number(), in.texts()),
                captures(in),
                relations(in),
                in.textMap(),
                in.text(),
                in.textOrNull(),
                in.texts(),
                kinds(in),
                in.texts());
    }

    private static void write(Applies applies, PackOutput out) {
        out.yes(!applies.equals(Applies.ALWAYS));
        if (!applies.equals(Applies.ALWAYS)) {
            out.text(applies.os());
            out.text(applies.handler());
            out.textMap(applies.versions());
            out.texts(applies.unless());
        }
    }

    private static Applies applies(PackInput in) {
        return in.yes()
                ? new Applies(in.textOrNull(), in.textOrNull(), in.textMap(), ids(in))
                : Applies.ALWAYS;
    }

    private static Map<String, Signal> evidence(PackInput in) {
        int count = in.number();
        Map<String, Signal> evidence = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            String name = in.text();
            evidence.put(name, SignalBinary.read(in));
        }
        return evidence;
    }

    private static void write(Decision decision, PackOutput out) {
        out.texts(decision.all());
        out.texts(decision.any());
        out.texts(decision.none());
        out.number(decision.atLeast());
        out.texts(decision.of());
    }

    private static void write(Capture capture, PackOutput out) {
        out.text(capture.name());
        out.text(capture.signal());
        out.text(capture.group());
        out.text(capture.fact());
        out.label(capture.secrecy());
    }

    private static List<Capture> captures(PackInput in) {
        int count = in.number();
        if (count == 0) {
            return List.of();
        }
        List<Capture> captures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            captures.add(
                    new Capture(
                            in.text(),
                            in.textOrNull(),
                            in.textOrNull(),
                            in.textOrNull(),
                            in.label(SECRECIES)));
        }
        return captures;
    }

    private static void write(Relations relations, PackOutput out) {
        out.yes(!relations.equals(Relations.NONE));
        if (!relations.equals(Relations.NONE)) {
            out.texts(relations.explains());
            out.texts(relations.beats());
            out.texts(relations.excludes());
            out.texts(relations.oftenWith());
            out.texts(relations.clears());
        }
    }

    private static Relations relations(PackInput in) {
        return in.yes()
                ? new Relations(ids(in), ids(in), ids(in), ids(in), ids(in))
                : Relations.NONE;
    }

    private static List<RuleId> ids(PackInput in) {
        int count = in.number();
        if (count == 0) {
            return List.of();
        }
        RuleId[] ids = new RuleId[count];
        for (int i = 0; i < count; i++) {
            ids[i] = new RuleId(in.text());
        }
        return List.of(ids);
    }

    private static List<SourceKind> kinds(PackInput in) {
        int count = in.number();
        if (count == 0) {
            return List.of();
        }
        SourceKind[] kinds = new SourceKind[count];
        for (int i = 0; i < count; i++) {
            kinds[i] = new SourceKind(in.text());
        }
        return List.of(kinds);
    }
}
