package latchkey.analyzer.report.face;

import latchkey.analyzer.report.Report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/** The report for a person at a terminal: the verdict first, then its proof, then what to do. */
public final class TextFace implements Face {
    private static final int PROOF_LINES = 8;
    private static final int UNEXPLAINED = 8;
    private static final int ODD_FILES = 20;

    private final boolean colour;

    public TextFace(boolean colour) {
        this.colour = colour;
    }

    @Override
    public void print(Report report, Writer out) throws IOException {
        Sheet sheet = new Sheet(colour);
        verdict(report, sheet);
        boolean leading = report.causes().isEmpty();
        if (leading) {
            unexplained(report, sheet);
        }
        report.causes().stream().limit(1).forEach(cause -> cause(cause, sheet));
        report.causes().stream()
                .skip(1)
                .forEach(
                        cause -> {
                            sheet.heading("Also: " + Visible.prose(cause.title()));
                            identity(cause, sheet);
                            cause(cause, sheet);
                        });
        symptoms(report, sheet);
        history(report, sheet);
        if (!leading) {
            unexplained(report, sheet);
        }
        collectNext(report, sheet);
        footing(report, sheet);
        sheet.printTo(out);
    }

    private static void verdict(Report report, Sheet sheet) {
        Sheet.Ink ink =
                switch (report.outcome()) {
                    case CAUSE_FOUND -> Sheet.Ink.RED;
                    case RESOLVED, HEALTHY -> Sheet.Ink.GREEN;
                    case UNKNOWN_FAILURE, INSUFFICIENT_EVIDENCE, OUT_OF_SCOPE -> Sheet.Ink.YELLOW;
                };
        sheet.line(0, ink, Sentences.label(report.outcome()));
        sheet.prose(0, Sheet.Ink.BOLD, Sentences.headline(report));
        sheet.item(0, "machine  ", Sentences.machine(report.machine()));
        if (!report.causes().isEmpty()) {
            identity(report.causes().getFirst(), sheet);
        }
    }

    private static void identity(Report.CauseFound cause, Sheet sheet) {
        if (cause.attempt() != null) {
            sheet.item(0, "attempt  ", Sentences.attempt(cause.attempt()));
        }
        String sure = ", confidence " + Word.of(cause.confidence());
        sheet.item(0, "cause    ", Sentences.cause(cause) + ", rule " + cause.rule() + sure);
    }

    private static void cause(Report.CauseFound cause, Sheet sheet) {
        sheet.blank();
        sheet.prose(0, Sheet.Ink.PLAIN, cause.summary());
        sheet.heading("Proof");
        proof(cause.evidence(), sheet);
        if (!cause.explains().isEmpty()) {
            sheet.heading("Explains");
            sheet.prose(
                    2,
                    Sheet.Ink.PLAIN,
                    cause.explains().stream()
                            .map(Object::toString)
                            .collect(Collectors.joining(", ")));
        }
        fixes(cause, sheet);
        if (!cause.references().isEmpty()) {
            sheet.heading("References");
            cause.references().forEach(link -> sheet.line(2, Sheet.Ink.PLAIN, link));
        }
    }

    private static void proof(List<Report.Proof> proofs, Sheet sheet) {
        for (Report.Proof proof : proofs.subList(0, Math.min(PROOF_LINES, proofs.size()))) {
            sheet.line(2, Sheet.Ink.PLAIN, Sentences.place(proof));
            sheet.quote(4, proof.text());
            sheet.prose(4, Sheet.Ink.DIM, proof.says());
        }
        if (proofs.size() > PROOF_LINES) {
            sheet.line(
                    2,
                    Sheet.Ink.DIM,
                    "and " + (proofs.size() - PROOF_LINES) + " more lines, all in the JSON report");
        }
    }

    private static void fixes(Report.CauseFound cause, Sheet sheet) {
        List<Report.WayOut> available = Sentences.available(cause);
        if (!available.isEmpty()) {
            sheet.heading("What to do");
        }
        for (int i = 0; i < available.size(); i++) {
            fix(i + 1, available.get(i), sheet);
        }
        List<Report.WayOut> unavailable = Sentences.unavailable(cause);
        if (!unavailable.isEmpty()) {
            sheet.heading("Not possible now");
        }
        for (Report.WayOut way : unavailable) {
            sheet.item(2, "- ", way.goal());
            sheet.item(4, "because: ", String.valueOf(way.unavailableBecause()));
        }
    }

    private static void fix(int number, Report.WayOut way, Sheet sheet) {
        sheet.item(2, number + ". ", way.goal() + " [" + Sentences.kind(way) + "]");
        if (!way.role().isBlank()) {
            sheet.item(5, "needs: ", way.role());
        }
        way.warnings().forEach(warning -> sheet.item(5, "! ", warning));
        for (Report.Step step : way.steps()) {
            sheet.item(5, Word.of(step.channel()) + ": ", step.text());
            if (step.command() != null) {
                sheet.line(9, Sheet.Ink.CYAN, step.command());
            }
        }
        if (!way.check().isBlank()) {
            sheet.item(5, "worked when: ", way.check());
        }
        if (!way.undo().isBlank()) {
            sheet.item(5, "undo: ", way.undo());
        }
    }

    private static void symptoms(Report report, Sheet sheet) {
        if (report.symptoms().isEmpty()) {
            return;
        }
        sheet.heading("Symptoms");
        for (Report.Symptom symptom : report.symptoms()) {
            sheet.item(2, symptom.rule() + "  ", symptom.title());
            symptom.evidence().stream()
                    .limit(1)
                    .forEach(
                            proof -> {
                                sheet.line(4, Sheet.Ink.PLAIN, Sentences.place(proof));
                                sheet.quote(6, proof.text());
                            });
        }
    }

    private static void history(Report report, Sheet sheet) {
        if (report.history().isEmpty()) {
            return;
        }
        sheet.heading("History, no longer standing");
        for (Report.CauseFound past : report.history()) {
            sheet.item(
                    2,
                    "- ",
                    past.title() + " (" + Sentences.cause(past) + ", " + past.rule() + ")");
            if (past.attempt() != null) {
                sheet.prose(4, Sheet.Ink.DIM, Sentences.attempt(past.attempt()));
            }
            past.evidence().stream()
                    .limit(1)
                    .forEach(
                            proof -> {
                                sheet.line(4, Sheet.Ink.PLAIN, Sentences.place(proof));
                                sheet.quote(6, proof.text());
                            });
        }
    }

    private static void unexplained(Report report, Sheet sheet) {
        if (report.unexplained().isEmpty()) {
            return;
        }
        sheet.heading("Not explained by any rule");
        for (Report.Unexplained line : report.unexplained().stream().limit(UNEXPLAINED).toList()) {
            sheet.line(
                    2,
                    Sheet.Ink.PLAIN,
                    line.file() + ":" + line.line() + "  " + line.count() + "×");
            sheet.quote(4, line.text());
            line.hints().forEach(hint -> sheet.item(4, "near " + hint.rule() + ": ", hint.why()));
        }
        int more = report.unexplained().size() - UNEXPLAINED;
        if (more > 0) {
            sheet.line(
                    2,
                    Sheet.Ink.DIM,
                    "and " + more + " more kinds of line, all in the JSON report");
        }
    }

    private static void collectNext(Report report, Sheet sheet) {
        if (report.collectNext().isEmpty()) {
            return;
        }
        sheet.heading("Collect next");
        for (Report.CollectNext next : report.collectNext()) {
            sheet.item(2, "- ", next.what() + ": " + next.why());
            if (!next.how().isBlank()) {
                sheet.item(4, "how: ", next.how());
            }
        }
    }

    private static void footing(Report report, Sheet sheet) {
        sheet.heading("Read");
        sheet.prose(2, Sheet.Ink.PLAIN, Sentences.coverage(report.coverage()));
        List<Report.FileCoverage> odd = Sentences.oddFiles(report);
        odd.stream()
                .limit(ODD_FILES)
                .forEach(file -> sheet.item(2, "- ", file.file() + ": " + Sentences.oddity(file)));
        if (odd.size() > ODD_FILES) {
            sheet.line(
                    2,
                    Sheet.Ink.DIM,
                    "and " + (odd.size() - ODD_FILES) + " more, all in the JSON report");
        }
        sheet.prose(2, Sheet.Ink.PLAIN, Sentences.rules(report.rules()));
        if (report.redactions().count() > 0) {
            sheet.prose(2, Sheet.Ink.PLAIN, report.redactions().count() + " values masked");
        }
    }
}
