package latchkey.analyzer.report.face;

import latchkey.analyzer.report.Report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/** The report for a ticket. */
public final class MarkdownFace implements Face {
    private static final int PROOF_LINES = 8;
    private static final int ROWS = 20;
    private static final int QUOTE = 1_000;

    @Override
    public void print(Report report, Writer out) throws IOException {
        MarkdownPage page = new MarkdownPage();
        page.heading(2, Sentences.label(report.outcome()) + ": " + Sentences.headline(report));
        page.item(0, "**Machine:** ", Sentences.machine(report.machine()));
        report.causes().stream().limit(1).forEach(cause -> identity(cause, page));
        if (report.causes().isEmpty()) {
            unexplained(report, page);
        }
        report.causes().stream().limit(1).forEach(cause -> cause(cause, page));
        report.causes().stream()
                .skip(1)
                .forEach(
                        cause -> {
                            page.heading(3, "Also: " + cause.title());
                            identity(cause, page);
                            cause(cause, page);
                        });
        symptoms(report, page);
        history(report, page);
        if (!report.causes().isEmpty()) {
            unexplained(report, page);
        }
        collectNext(report, page);
        page.heading(3, "Read");
        page.item(0, "", Sentences.coverage(report.coverage()));
        Sentences.oddFiles(report).stream()
                .limit(ROWS)
                .forEach(
                        file -> {
                            page.codeItem(0, "", file.file());
                            page.item(2, "", Sentences.oddity(file));
                        });
        page.item(0, "", Sentences.rules(report.rules()));
        page.item(0, "", report.tool().name() + " " + report.tool().version());
        page.printTo(out);
    }

    private static void identity(Report.CauseFound cause, MarkdownPage page) {
        if (cause.attempt() != null) {
            page.item(0, "**Attempt:** ", Sentences.attempt(cause.attempt()));
        }
        String sure = ", confidence " + Word.of(cause.confidence());
        page.item(0, "**Cause:** ", Sentences.cause(cause) + ", rule " + cause.rule() + sure);
    }

    private static void cause(Report.CauseFound cause, MarkdownPage page) {
        page.blank();
        page.paragraph(cause.summary());
        page.heading(3, "Proof");
        proof(cause.evidence(), PROOF_LINES, page);
        if (!cause.explains().isEmpty()) {
            page.paragraph(
                    "Explains "
                            + cause.explains().stream()
                                    .map(Object::toString)
                                    .collect(Collectors.joining(", ")));
        }
        fixes(cause, page);
        if (!cause.references().isEmpty()) {
            page.heading(3, "References");
            cause.references().forEach(page::reference);
        }
    }

    private static void proof(List<Report.Proof> proofs, int limit, MarkdownPage page) {
        for (Report.Proof proof : proofs.stream().limit(limit).toList()) {
            page.codeItem(0, "", Sentences.place(proof));
            page.fence(2, Visible.shortened(proof.text(), QUOTE));
            page.item(2, "", proof.says());
        }
        if (proofs.size() > limit) {
            page.item(
                    0,
                    "",
                    "and " + (proofs.size() - limit) + " more lines, all in the JSON report");
        }
    }

    private static void fixes(Report.CauseFound cause, MarkdownPage page) {
        List<Report.WayOut> available = Sentences.available(cause);
        if (!available.isEmpty()) {
            page.heading(3, "What to do");
        }
        for (int i = 0; i < available.size(); i++) {
            fix(i + 1, available.get(i), page);
        }
        List<Report.WayOut> unavailable = Sentences.unavailable(cause);
        if (!unavailable.isEmpty()) {
            page.heading(3, "Not possible now");
        }
        for (Report.WayOut way : unavailable) {
            page.item(0, "", way.goal());
            page.item(2, "because: ", String.valueOf(way.unavailableBecause()));
        }
    }

    private static void fix(int number, Report.WayOut way, MarkdownPage page) {
        page.heading(4, number + ". " + way.goal() + " (" + Sentences.kind(way) + ")");
        if (!way.role().isBlank()) {
            page.item(0, "**Needs:** ", way.role());
        }
        way.warnings().forEach(warning -> page.item(0, "**Mind:** ", warning));
        for (Report.Step step : way.steps()) {
            page.item(0, "**" + Word.of(step.channel()) + ":** ", step.text());
            if (step.command() != null) {
                page.fence(2, step.command());
            }
        }
        if (!way.check().isBlank()) {
            page.item(0, "**Worked when:** ", way.check());
        }
        if (!way.undo().isBlank()) {
            page.item(0, "**Undo:** ", way.undo());
        }
    }

    private static void symptoms(Report report, MarkdownPage page) {
        if (!report.symptoms().isEmpty()) {
            page.heading(3, "Symptoms");
        }
        for (Report.Symptom symptom : report.symptoms()) {
            page.item(0, "**" + symptom.rule() + "** ", symptom.title());
            proof(symptom.evidence().stream().limit(1).toList(), 1, page);
        }
    }

    private static void history(Report report, MarkdownPage page) {
        if (!report.history().isEmpty()) {
            page.heading(3, "History, no longer standing");
        }
        for (Report.CauseFound past : report.history()) {
            page.item(0, "**" + past.rule() + "** ", past.title());
            proof(past.evidence().stream().limit(1).toList(), 1, page);
        }
    }

    private static void unexplained(Report report, MarkdownPage page) {
        if (!report.unexplained().isEmpty()) {
            page.heading(3, "Not explained by any rule");
        }
        for (Report.Unexplained line : report.unexplained().stream().limit(ROWS).toList()) {
            page.codeItem(0, line.count() + "× ", line.file() + ":" + line.line());
            page.fence(2, Visible.shortened(line.text(), QUOTE));
            line.hints().forEach(hint -> page.item(2, "near " + hint.rule() + ": ", hint.why()));
        }
    }

    private static void collectNext(Report report, MarkdownPage page) {
        if (!report.collectNext().isEmpty()) {
            page.heading(3, "Collect next");
        }
        for (Report.CollectNext next : report.collectNext()) {
            page.item(0, "", next.what() + ": " + next.why());
            if (!next.how().isBlank()) {
                page.item(2, "how: ", next.how());
            }
        }
    }
}
