package latchkey.analyzer.report.face;

import static latchkey.analyzer.report.face.Markup.with;

import latchkey.analyzer.report.Report;
import latchkey.analyzer.report.face.Markup.Attribute;
import latchkey.analyzer.report.face.Markup.Tag;

import java.util.List;

/** The tables at the end of the HTML page: files and rules. */
final class HtmlTables {
    private final Markup page;
    private final HtmlLimits limits;

    HtmlTables(Markup page, HtmlLimits limits) {
        this.page = page;
        this.limits = limits;
    }

    void coverage(List<Report.FileCoverage> files) {
        page.element(Tag.H2, "Files").element(Tag.P, Sentences.coverage(files));
        begin("All files", List.of("File", "Kind", "Lines", "Time", "Read"));
        for (Report.FileCoverage file : files.stream().limit(limits.rows()).toList()) {
            String span = Sentences.span(file.from(), file.to());
            row(
                    List.of(
                            file.file(),
                            file.kind(),
                            Long.toString(file.lines()),
                            span.isEmpty() ? "" : span.substring(2),
                            file.because() == null && file.gaps().isEmpty()
                                    ? Word.of(file.read())
                                    : Sentences.oddity(file)));
        }
        end(files.size());
    }

    void rules(List<Report.RuleResult> rules) {
        page.element(Tag.H2, "Rules").element(Tag.P, Sentences.rules(rules));
        begin("All rules", List.of("Rule", "Verdict", "Because"));
        for (Report.RuleResult rule : rules.stream().limit(limits.rows()).toList()) {
            row(
                    List.of(
                            rule.id().toString(),
                            Word.of(rule.verdict()).replace('-', ' '),
                            rule.because()));
        }
        end(rules.size());
    }

    void footer(Report report) {
        page.open(Tag.FOOTER);
        String masked = ", " + report.redactions().count() + " values masked";
        page.element(
                Tag.P,
                report.tool().name() + " " + report.tool().version() + masked,
                with(Attribute.CLASS, "dim"));
        page.close(Tag.FOOTER).line();
    }

    private void begin(String summary, List<String> headings) {
        page.open(Tag.DETAILS)
                .element(Tag.SUMMARY, summary)
                .open(Tag.TABLE)
                .open(Tag.THEAD)
                .open(Tag.TR);
        headings.forEach(heading -> page.element(Tag.TH, heading, with(Attribute.SCOPE, "col")));
        page.close(Tag.TR).close(Tag.THEAD).open(Tag.TBODY).line();
    }

    private void row(List<String> cells) {
        page.open(Tag.TR);
        cells.forEach(
                cell ->
                        page.open(Tag.TD)
                                .text(Visible.shortened(cell, Math.min(300, limits.text())))
                                .close(Tag.TD));
        page.close(Tag.TR).line();
    }

    private void end(int rows) {
        page.close(Tag.TBODY).close(Tag.TABLE);
        if (rows > limits.rows()) {
            page.element(Tag.P, "and " + (rows - limits.rows()) + " more, all in the JSON report");
        }
        page.close(Tag.DETAILS).line();
    }
}
