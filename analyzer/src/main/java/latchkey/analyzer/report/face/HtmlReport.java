package latchkey.analyzer.report.face;

import static latchkey.analyzer.report.face.Markup.with;

import latchkey.analyzer.report.Report;
import latchkey.analyzer.report.face.Markup.Attribute;
import latchkey.analyzer.report.face.Markup.Tag;

import java.util.List;
import java.util.stream.Collectors;

/** Lays a report out as a page. */
final class HtmlReport {
    private final Markup page = new Markup();
    private final Stylesheet sheet;
    private final HtmlLimits limits;

    HtmlReport(Stylesheet sheet, HtmlLimits limits) {
        this.sheet = sheet;
        this.limits = limits;
    }

    Markup of(Report report) {
        page.doctype().open(Tag.HTML, with(Attribute.LANG, "en")).line();
        head(report);
        page.open(Tag.BODY).open(Tag.MAIN).line();
        verdict(report);
        if (report.causes().isEmpty()) {
            unexplained(report.unexplained());
        }
        for (Report.CauseFound cause : some(report.causes())) {
            cause(cause, "finding-");
        }
        symptoms(report.symptoms());
        history(report.history());
        if (!report.causes().isEmpty()) {
            unexplained(report.unexplained());
        }
        collectNext(report.collectNext());
        HtmlTables tables = new HtmlTables(page, limits);
        tables.coverage(report.coverage());
        tables.rules(report.rules());
        tables.footer(report);
        return page.close(Tag.MAIN).close(Tag.BODY).close(Tag.HTML).line();
    }

    private <T> List<T> some(List<T> all) {
        return all.subList(0, Math.min(limits.findings(), all.size()));
    }

    private String cut(String text) {
        return Visible.shortened(text, limits.text());
    }

    private String prose(String text) {
        return cut(Visible.prose(text));
    }

    private void head(Report report) {
        page.open(Tag.HEAD).open(Tag.META, with(Attribute.CHARSET, "utf-8")).line();
        page.open(
                Tag.META,
                with(Attribute.HTTP_EQUIV, "Content-Security-Policy"),
                with(Attribute.CONTENT, sheet.contentSecurityPolicy()));
        page.line()
                .open(
                        Tag.META,
                        with(Attribute.NAME, "viewport"),
                        with(Attribute.CONTENT, "width=device-width, initial-scale=1"));
        page.line().element(Tag.TITLE, prose(Sentences.headline(report) + " (Latchkey)"));
        page.style(sheet).close(Tag.HEAD).line();
    }

    private void verdict(Report report) {
        page.open(Tag.HEADER, with(Attribute.CLASS, Word.of(report.outcome()))).line();
        page.element(
                Tag.P,
                Word.of(report.outcome()).replace('-', ' '),
                with(Attribute.CLASS, "outcome"));
        page.element(Tag.H1, prose(Sentences.headline(report)));
        page.element(Tag.P, prose("Machine: " + Sentences.machine(report.machine())));
        for (Report.CauseFound cause : some(report.causes())) {
            page.open(Tag.P);
            page.jump("finding-" + cause.rule(), cause.rule() + " " + prose(cause.title()))
                    .close(Tag.P)
                    .line();
        }
        page.close(Tag.HEADER).line();
    }

    private void cause(Report.CauseFound cause, String anchor) {
        page.open(Tag.SECTION, with(Attribute.ID, anchor + cause.rule())).line();
        page.element(Tag.H2, prose(cause.title()));
        String sure = ", confidence " + Word.of(cause.confidence());
        page.element(
                Tag.P,
                prose(Sentences.cause(cause) + ", rule " + cause.rule() + sure),
                with(Attribute.CLASS, "dim"));
        if (cause.attempt() != null) {
            page.element(
                    Tag.P,
                    prose("In " + Sentences.attempt(cause.attempt())),
                    with(Attribute.CLASS, "dim"));
        }
        page.element(Tag.P, prose(cause.summary()));
        page.element(Tag.H3, "Proof");
        proofs(cause.evidence());
        if (!cause.explains().isEmpty()) {
            String ids =
                    cause.explains().stream()
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
            page.element(Tag.P, prose("Explains " + ids));
        }
        ways(cause);
        if (!cause.references().isEmpty()) {
            page.element(Tag.H3, "References").open(Tag.UL);
            some(cause.references())
                    .forEach(link -> page.open(Tag.LI).link(cut(link)).close(Tag.LI));
            page.close(Tag.UL).line();
        }
        page.close(Tag.SECTION).line();
    }

    private void proofs(List<Report.Proof> proofs) {
        for (Report.Proof proof : proofs.stream().limit(limits.lines()).toList()) {
            page.element(Tag.P, cut(Sentences.place(proof)), with(Attribute.CLASS, "place"));
            page.element(Tag.PRE, cut(proof.text()));
            page.element(Tag.P, prose(proof.says()), with(Attribute.CLASS, "dim"));
        }
        if (proofs.size() > limits.lines()) {
            page.element(
                    Tag.P,
                    "and "
                            + (proofs.size() - limits.lines())
                            + " more lines, all in the JSON report");
        }
    }

    private void ways(Report.CauseFound cause) {
        List<Report.WayOut> available = some(Sentences.available(cause));
        if (!available.isEmpty()) {
            page.element(Tag.H3, "What to do").open(Tag.OL).line();
            available.forEach(this::way);
            page.close(Tag.OL).line();
        }
        List<Report.WayOut> unavailable = some(Sentences.unavailable(cause));
        if (!unavailable.isEmpty()) {
            page.element(Tag.H3, "Not possible now").open(Tag.UL).line();
            unavailable.forEach(
                    way ->
                            page.element(
                                    Tag.LI,
                                    prose(
                                            way.goal()
                                                    + ": "
                                                    + String.valueOf(way.unavailableBecause()))));
            page.close(Tag.UL).line();
        }
    }

    private void way(Report.WayOut way) {
        page.open(Tag.LI).open(Tag.P).open(Tag.STRONG).text(prose(way.goal())).close(Tag.STRONG);
        page.text(" (" + Sentences.kind(way) + ")").close(Tag.P).line();
        labelled("Needs: ", way.role());
        some(way.warnings())
                .forEach(
                        text -> page.element(Tag.P, prose(text), with(Attribute.CLASS, "warning")));
        for (Report.Step step : some(way.steps())) {
            labelled(Word.of(step.channel()) + ": ", step.text());
            if (step.command() != null) {
                page.element(
                        Tag.PRE,
                        step.command().length() > limits.text()
                                ? "(too long for this page)"
                                : step.command());
            }
        }
        labelled("Worked when: ", way.check());
        labelled("Undo: ", way.undo());
        page.close(Tag.LI).line();
    }

    private void labelled(String label, String text) {
        if (!text.isBlank()) {
            page.element(Tag.P, prose(label + text));
        }
    }

    private void symptoms(List<Report.Symptom> symptoms) {
        if (symptoms.isEmpty()) {
            return;
        }
        page.element(Tag.H2, "Symptoms");
        for (Report.Symptom symptom : some(symptoms)) {
            page.open(Tag.SECTION, with(Attribute.ID, "symptom-" + symptom.rule())).line();
            page.element(Tag.H3, prose(symptom.rule() + " " + symptom.title()));
            proofs(symptom.evidence());
            page.close(Tag.SECTION).line();
        }
    }

    private void history(List<Report.CauseFound> history) {
        if (history.isEmpty()) {
            return;
        }
        page.element(Tag.H2, "History, no longer standing");
        some(history)
                .forEach(
                        past -> {
                            page.open(Tag.DETAILS).element(Tag.SUMMARY, prose(past.title()));
                            if (past.attempt() != null) {
                                page.element(
                                        Tag.P,
                                        prose(Sentences.attempt(past.attempt())),
                                        with(Attribute.CLASS, "dim"));
                            }
                            proofs(past.evidence());
                            page.close(Tag.DETAILS).line();
                        });
    }

    private void unexplained(List<Report.Unexplained> lines) {
        if (lines.isEmpty()) {
            return;
        }
        page.element(Tag.H2, "Not explained by any rule");
        for (Report.Unexplained line : some(lines)) {
            page.element(
                    Tag.P,
                    cut(line.file()) + ":" + line.line() + ", " + line.count() + "×",
                    with(Attribute.CLASS, "place"));
            page.element(Tag.PRE, cut(line.text()));
            some(line.hints()).forEach(hint -> labelled("Near " + hint.rule() + ": ", hint.why()));
        }
    }

    private void collectNext(List<Report.CollectNext> all) {
        if (all.isEmpty()) {
            return;
        }
        page.element(Tag.H2, "Collect next").open(Tag.UL).line();
        for (Report.CollectNext next : some(all)) {
            page.open(Tag.LI).element(Tag.P, prose(next.what() + ": " + next.why()));
            labelled("How: ", next.how());
            page.close(Tag.LI).line();
        }
        page.close(Tag.UL).line();
    }
}
