package latchkey.analyzer.report.face;

import latchkey.analyzer.diagnosis.Outcome;
import latchkey.analyzer.evidence.Coverage;
import latchkey.analyzer.report.Report;
import latchkey.rules.rule.Fix;
import latchkey.rules.rule.RuleId;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Reports that fill every field, for tests of faces. */
final class Reports {
    private Reports() {}

    /** A report in which every word is what the function makes of it. */
    static Report of(UnaryOperator<String> word) {
        var time = Instant.parse("2026-01-02T03:04:05.678Z");
        var proof =
                new Report.Proof(
                        word.apply("Logs/0.status"),
                        3,
                        time,
                        word.apply("error 2245 in line"),
                        word.apply("Windows refused"));
        var step =
                new Report.Step(
                        Fix.Channel.CLI,
                        word.apply("Set it."),
                        word.apply("az vm user update -g rg"));
        var open =
                new Report.WayOut(
                        "set-longer-password",
                        word.apply("Set a longer password"),
                        Fix.Cure.FIX,
                        Fix.Safety.REVERSIBLE,
                        true,
                        null,
                        word.apply("Contributor"),
                        List.of(word.apply("Grants administrator rights.")),
                        List.of(step),
                        word.apply("Signing in works."),
                        word.apply("Set it back."));
        var closed =
                new Report.WayOut(
                        "use-console",
                        word.apply("Use the console"),
                        Fix.Cure.OTHER_WAY_IN,
                        Fix.Safety.LOOK_ONLY,
                        false,
                        word.apply("The VM is not running."),
                        word.apply("Reader"),
                        List.of(),
                        List.of(),
                        word.apply("c"),
                        word.apply("u"));
        var attempt =
                new Report.AttemptRun(word.apply("Microsoft.Compute.VMAccessAgent"), 3, time, null);
        var cause =
                new Report.CauseFound(
                        word.apply("password-policy"),
                        new RuleId("VMA-001"),
                        word.apply("New password breaks the rules"),
                        word.apply("Windows refused the new password."),
                        Report.Confidence.HIGH,
                        attempt,
                        List.of(proof),
                        List.of(new RuleId("ARM-101")),
                        List.of(open, closed),
                        List.of(word.apply("https://learn.microsoft.com/x")));
        var nameless =
                new Report.CauseFound(
                        null,
                        new RuleId("ARM-101"),
                        word.apply("A past failure"),
                        word.apply("Over."),
                        Report.Confidence.LOW,
                        null,
                        List.of(proof),
                        List.of(),
                        List.of(),
                        List.of());
        return new Report(
                new Report.Tool(
                        "latchkey",
                        word.apply("1"),
                        List.of(new Report.RulePack(word.apply("core"), "1", "ab"))),
                List.of(new Report.Input(word.apply("vm1.zip"), word.apply("zip"), 7, null)),
                new Report.Machine(
                        word.apply("vm1"),
                        word.apply("Windows"),
                        word.apply("2.7"),
                        word.apply("2.4")),
                Outcome.CAUSE_FOUND,
                List.of(cause),
                List.of(
                        new Report.Symptom(
                                new RuleId("ARM-101"),
                                word.apply("VM reported failure"),
                                List.of(proof))),
                List.of(cause, nameless),
                List.of(
                        new Report.Unexplained(
                                word.apply("odd words"),
                                4,
                                word.apply("a.log"),
                                9,
                                List.of(
                                        new Report.NearRule(
                                                new RuleId("AGT-001"), word.apply("near words"))))),
                List.of(
                        new Report.CollectNext(
                                word.apply("agent log"),
                                word.apply("it decides"),
                                word.apply("copy it"))),
                List.of(
                        new Report.RuleResult(
                                new RuleId("VMA-001"),
                                Report.RuleVerdictWord.FIRED,
                                word.apply("seen")),
                        new Report.RuleResult(
                                new RuleId("VMA-002"),
                                Report.RuleVerdictWord.QUIET,
                                word.apply("not seen")),
                        new Report.RuleResult(
                                new RuleId("VMA-003"),
                                Report.RuleVerdictWord.UNDECIDED,
                                word.apply("no log")),
                        new Report.RuleResult(
                                new RuleId("VMA-004"),
                                Report.RuleVerdictWord.NOT_APPLICABLE,
                                word.apply("os")),
                        new Report.RuleResult(
                                new RuleId("VMA-005"),
                                Report.RuleVerdictWord.BROKEN,
                                word.apply("oops"))),
                List.of(
                        new Report.FileCoverage(
                                word.apply("a.log"),
                                word.apply("text"),
                                10,
                                1,
                                time,
                                time,
                                word.apply("utf-8"),
                                Coverage.Read.PART,
                                word.apply("limit"),
                                List.of(word.apply("clock jump")))),
                new Report.Redactions(2, Map.of("account", 2)));
    }

    static Report plain() {
        return of(UnaryOperator.identity());
    }
}
