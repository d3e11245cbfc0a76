package latchkey.analyzer.report;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.UnaryOperator;

/** Rewrites the words of a report that may come from evidence. */
final class ReportWords {
    private final UnaryOperator<String> words;

    private ReportWords(UnaryOperator<String> words) {
        this.words = words;
    }

    static Report map(Report report, UnaryOperator<String> words) {
        ReportWords mapped = new ReportWords(words);
        return new Report(
                report.tool(),
                each(report.inputs(), mapped::input),
                mapped.machine(report.machine()),
                report.outcome(),
                each(report.causes(), mapped::cause),
                each(report.symptoms(), mapped::symptom),
                each(report.history(), mapped::cause),
                each(report.unexplained(), mapped::unexplained),
                report.collectNext(),
                each(report.rules(), mapped::rule),
                each(report.coverage(), mapped::coverage),
                report.redactions());
    }

    private static <T> List<T> each(List<T> all, UnaryOperator<T> mapping) {
        return all.stream().map(mapping).toList();
    }

    private String of(String text) {
        return words.apply(text);
    }

    private @Nullable String ofNullable(@Nullable String text) {
        return text == null ? null : words.apply(text);
    }

    private Report.Input input(Report.Input input) {
        return new Report.Input(of(input.name()), input.kind(), input.bytes(), input.sha256());
    }

    private Report.Machine machine(Report.Machine machine) {
        return new Report.Machine(
                ofNullable(machine.name()),
                ofNullable(machine.os()),
                ofNullable(machine.agentVersion()),
                ofNullable(machine.vmAccessVersion()));
    }

    private Report.CauseFound cause(Report.CauseFound cause) {
        return new Report.CauseFound(
                cause.cause(),
                cause.rule(),
                of(cause.title()),
                of(cause.summary()),
                cause.confidence(),
                cause.attempt(),
                each(cause.evidence(), this::proof),
                cause.explains(),
                each(cause.fixes(), this::wayOut),
                cause.references());
    }

    private Report.Symptom symptom(Report.Symptom symptom) {
        return new Report.Symptom(
                symptom.rule(), of(symptom.title()), each(symptom.evidence(), this::proof));
    }

    private Report.Proof proof(Report.Proof proof) {
        return new Report.Proof(
                of(proof.file()), proof.line(), proof.time(), of(proof.text()), of(proof.says()));
    }

    private Report.WayOut wayOut(Report.WayOut way) {
        return new Report.WayOut(
                way.id(),
                way.goal(),
                way.cure(),
                way.safety(),
                way.available(),
                ofNullable(way.unavailableBecause()),
                way.role(),
                way.warnings(),
                each(way.steps(), this::step),
                way.check(),
                way.undo());
    }

    private Report.Step step(Report.Step step) {
        return new Report.Step(step.channel(), of(step.text()), ofNullable(step.command()));
    }

    private Report.Unexplained unexplained(Report.Unexplained unexplained) {
        return new Report.Unexplained(
                of(unexplained.text()),
                unexplained.count(),
                of(unexplained.file()),
                unexplained.line(),
                each(
                        unexplained.hints(),
                        hint -> new Report.NearRule(hint.rule(), of(hint.why()))));
    }

    private Report.RuleResult rule(Report.RuleResult rule) {
        return new Report.RuleResult(rule.id(), rule.verdict(), of(rule.because()));
    }

    private Report.FileCoverage coverage(Report.FileCoverage coverage) {
        return new Report.FileCoverage(
                of(coverage.file()),
                coverage.kind(),
                coverage.lines(),
                coverage.unparsed(),
                coverage.from(),
                coverage.to(),
                coverage.encoding(),
                coverage.read(),
                ofNullable(coverage.because()),
                each(coverage.gaps(), this::of));
    }
}
