package latchkey.analyzer.report;

import latchkey.analyzer.diagnosis.Finding;
import latchkey.analyzer.diagnosis.RuleVerdict;
import latchkey.rules.rule.Pack;
import latchkey.rules.rule.Rule;
import latchkey.rules.rule.RuleId;
import latchkey.rules.rule.Source;
import latchkey.rules.rule.SourceKind;

import java.util.Optional;

/** Tells in a few lines how a rule ended and why. */
final class WhyNot {
    private final Pack pack;
    private final Investigation.Result result;

    WhyNot(Pack pack, Investigation.Result result) {
        this.pack = pack;
        this.result = result;
    }

    Optional<String> tell(RuleId id) {
        Rule rule = pack.rules().get(id);
        RuleVerdict verdict = result.diagnosis().verdicts().get(id);
        if (rule == null || verdict == null) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        text.append(id).append("  ").append(rule.title()).append('\n');
        text.append(word(verdict)).append(": ").append(verdict.because()).append('\n');
        switch (verdict) {
            case RuleVerdict.Fired fired -> tell(fired, text);
            case RuleVerdict.Undecided undecided ->
                    undecided.missing().stream().sorted().forEach(kind -> tell(kind, text));
            case RuleVerdict.Quiet quiet -> {}
            case RuleVerdict.NotApplicable other -> {}
            case RuleVerdict.Broken broken -> {}
        }
        return Optional.of(text.toString());
    }

    private static void tell(RuleVerdict.Fired fired, StringBuilder text) {
        for (Finding finding : fired.standing()) {
            finding.proof().forEach(proof -> line(proof, "it fired on ", text));
        }
        for (Finding finding : fired.past()) {
            finding.proof().forEach(proof -> line(proof, "history: ", text));
        }
    }

    private static void line(Finding.Proof proof, String how, StringBuilder text) {
        text.append("  ")
                .append(how)
                .append(proof.quote().file())
                .append(':')
                .append(proof.quote().line());
        text.append("  ").append(proof.says()).append('\n');
    }

    private void tell(SourceKind kind, StringBuilder text) {
        Source source = pack.sources().get(kind);
        if (source != null) {
            text.append("  missing: ")
                    .append(source.title())
                    .append(". ")
                    .append(source.collect())
                    .append('\n');
        }
    }

    private static String word(RuleVerdict verdict) {
        return switch (verdict) {
            case RuleVerdict.Fired fired -> "fired";
            case RuleVerdict.Quiet quiet -> "quiet";
            case RuleVerdict.Undecided undecided -> "undecided";
            case RuleVerdict.NotApplicable other -> "not-applicable";
            case RuleVerdict.Broken broken -> "broken";
        };
    }
}
