package latchkey.analyzer.report.face;

import latchkey.analyzer.report.Report;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.Writer;

/** The report as JSON of schema {@code report-1}: fields in the contract's order, none missing. */
public final class JsonFace implements Face {

    @Override
    public void print(Report report, Writer out) throws IOException {
        JsonPage.indented(out, page -> write(report, null, page));
    }

    /** One line of a batch: the report with the case's id in front. */
    public void printLine(String id, Report report, Writer out) throws IOException {
        JsonPage.onOneLine(out, page -> write(report, id, page));
    }

    private static void write(Report report, @Nullable String id, JsonPage page) {
        page.object(
                () -> {
                    if (id != null) {
                        page.text("id", id);
                    }
                    new Body(page).members(report);
                });
    }

    /** Writes the members of the report's objects. */
    private record Body(JsonPage page) {
        void members(Report report) {
            page.text("schemaVersion", Report.SCHEMA_VERSION);
            page.object("tool", () -> tool(report.tool()));
            page.objects("inputs", report.inputs(), this::input);
            page.object("machine", () -> machine(report.machine()));
            page.text("outcome", Word.of(report.outcome()));
            page.objects("causes", report.causes(), this::cause);
            page.objects("symptoms", report.symptoms(), this::symptom);
            page.objects("history", report.history(), this::cause);
            page.objects("unexplained", report.unexplained(), this::unexplained);
            page.objects("collectNext", report.collectNext(), this::collectNext);
            page.objects("rules", report.rules(), this::rule);
            page.objects("coverage", report.coverage(), this::coverage);
            page.object("redactions", () -> redactions(report.redactions()));
        }

        private void tool(Report.Tool tool) {
            page.text("name", tool.name());
            page.text("version", tool.version());
            page.objects(
                    "rulePacks",
                    tool.rulePacks(),
                    pack -> {
                        page.text("name", pack.name());
                        page.text("version", pack.version());
                        page.text("sha256", pack.sha256());
                    });
        }

        private void input(Report.Input input) {
            page.text("name", input.name());
            page.text("kind", input.kind());
            page.number("bytes", input.bytes());
            page.text("sha256", input.sha256());
        }

        private void machine(Report.Machine machine) {
            page.text("name", machine.name());
            page.text("os", machine.os());
            page.text("agentVersion", machine.agentVersion());
            page.text("vmAccessVersion", machine.vmAccessVersion());
        }

        private void cause(Report.CauseFound cause) {
            page.text("cause", cause.cause());
            page.text("rule", cause.rule());
            page.text("title", cause.title());
            page.text("summary", cause.summary());
            page.text("confidence", Word.of(cause.confidence()));
            Report.AttemptRun attempt = cause.attempt();
            if (attempt == null) {
                page.nothing("attempt");
            } else {
                page.object("attempt", () -> attempt(attempt));
            }
            page.objects("evidence", cause.evidence(), this::proof);
            page.texts("explains", cause.explains());
            page.objects("fixes", cause.fixes(), this::wayOut);
            page.texts("references", cause.references());
        }

        private void attempt(Report.AttemptRun attempt) {
            page.text("handler", attempt.handler());
            page.number("sequence", attempt.sequence());
            page.text("from", attempt.from());
            page.text("to", attempt.to());
        }

        private void proof(Report.Proof proof) {
            page.text("file", proof.file());
            page.number("line", proof.line());
            page.text("time", proof.time());
            page.text("text", proof.text());
            page.text("says", proof.says());
        }

        private void wayOut(Report.WayOut way) {
            page.text("id", way.id());
            page.text("goal", way.goal());
            page.text("cure", Word.of(way.cure()));
            page.text("safety", Word.of(way.safety()));
            page.flag("available", way.available());
            page.text("unavailableBecause", way.unavailableBecause());
            page.text("role", way.role());
            page.texts("warnings", way.warnings());
            page.objects(
                    "steps",
                    way.steps(),
                    step -> {
                        page.text("channel", Word.of(step.channel()));
                        page.text("text", step.text());
                        page.text("command", step.command());
                    });
            page.text("check", way.check());
            page.text("undo", way.undo());
        }

        private void symptom(Report.Symptom symptom) {
            page.text("rule", symptom.rule());
            page.text("title", symptom.title());
            page.objects("evidence", symptom.evidence(), this::proof);
        }

        private void unexplained(Report.Unexplained unexplained) {
            page.text("text", unexplained.text());
            page.number("count", unexplained.count());
            page.text("file", unexplained.file());
            page.number("line", unexplained.line());
            page.objects(
                    "hints",
                    unexplained.hints(),
                    hint -> {
                        page.text("rule", hint.rule());
                        page.text("why", hint.why());
                    });
        }

        private void collectNext(Report.CollectNext next) {
            page.text("what", next.what());
            page.text("why", next.why());
            page.text("how", next.how());
        }

        private void rule(Report.RuleResult rule) {
            page.text("id", rule.id());
            page.text("verdict", Word.of(rule.verdict()));
            page.text("because", rule.because());
        }

        private void coverage(Report.FileCoverage coverage) {
            page.text("file", coverage.file());
            page.text("kind", coverage.kind());
            page.number("lines", coverage.lines());
            page.number("unparsed", coverage.unparsed());
            page.text("from", coverage.from());
            page.text("to", coverage.to());
            page.text("encoding", coverage.encoding());
            page.text("read", Word.of(coverage.read()));
            page.text("because", coverage.because());
            page.texts("gaps", coverage.gaps());
        }

        private void redactions(Report.Redactions redactions) {
            page.number("count", redactions.count());
            page.object("byClass", () -> redactions.byClass().forEach(page::number));
        }
    }
}
