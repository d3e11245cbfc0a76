package latchkey.analyzer.report.face;

import static latchkey.analyzer.report.face.Markup.with;

import latchkey.analyzer.report.Report;
import latchkey.analyzer.report.face.Markup.Attribute;
import latchkey.analyzer.report.face.Markup.Tag;
import latchkey.rules.rule.RuleId;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The report as a test suite with a case for each rule: a standing cause fails, what cannot be told
 * is skipped.
 */
public final class JunitFace implements Face {

    @Override
    public void print(Report report, Writer out) throws IOException {
        Map<RuleId, Report.CauseFound> standing = new LinkedHashMap<>();
        report.causes().forEach(cause -> standing.putIfAbsent(cause.rule(), cause));
        Markup page = new Markup().xmlDeclaration();
        page.open(
                Tag.TESTSUITE,
                with(Attribute.NAME, "latchkey"),
                with(Attribute.TESTS, Integer.toString(report.rules().size())),
                with(Attribute.FAILURES, count(report, rule -> standing.containsKey(rule.id()))),
                with(
                        Attribute.ERRORS,
                        count(report, rule -> rule.verdict() == Report.RuleVerdictWord.BROKEN)),
                with(Attribute.SKIPPED, count(report, JunitFace::isSkipped)),
                with(Attribute.TIME, "0"));
        page.line();
        report.rules().forEach(rule -> testCase(rule, standing.get(rule.id()), page));
        page.close(Tag.TESTSUITE).line();
        out.write(page.toString());
        out.flush();
    }

    private static String count(Report report, Predicate<Report.RuleResult> wanted) {
        return Long.toString(report.rules().stream().filter(wanted).count());
    }

    private static boolean isSkipped(Report.RuleResult rule) {
        return rule.verdict() == Report.RuleVerdictWord.UNDECIDED
                || rule.verdict() == Report.RuleVerdictWord.NOT_APPLICABLE;
    }

    private static void testCase(
            Report.RuleResult rule, Report.@Nullable CauseFound cause, Markup page) {
        String area = "latchkey." + rule.id().value().substring(0, 3);
        page.open(
                Tag.TESTCASE,
                with(Attribute.CLASSNAME, area),
                with(Attribute.NAME, rule.id().toString()),
                with(Attribute.TIME, "0"));
        if (cause != null) {
            failure(cause, page);
        } else if (isSkipped(rule)) {
            page.open(Tag.SKIPPED, with(Attribute.MESSAGE, Visible.prose(rule.because())))
                    .close(Tag.SKIPPED);
        } else if (rule.verdict() == Report.RuleVerdictWord.BROKEN) {
            page.open(Tag.ERROR, with(Attribute.MESSAGE, Visible.prose(rule.because())))
                    .close(Tag.ERROR);
        }
        page.close(Tag.TESTCASE).line();
    }

    private static void failure(Report.CauseFound cause, Markup page) {
        page.open(
                Tag.FAILURE,
                with(Attribute.TYPE, Sentences.cause(cause)),
                with(Attribute.MESSAGE, Visible.prose(cause.title())));
        page.text(Visible.prose(cause.summary())).line();
        for (Report.Proof proof : cause.evidence()) {
            page.text(Sentences.place(proof) + "  " + proof.text()).line();
        }
        page.close(Tag.FAILURE);
    }
}
