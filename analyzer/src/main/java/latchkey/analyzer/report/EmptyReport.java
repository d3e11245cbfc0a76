package latchkey.analyzer.report;

import latchkey.analyzer.diagnosis.Outcome;
import latchkey.analyzer.evidence.Coverage;

import java.util.List;

/** The report of a case that could not even be opened. */
public final class EmptyReport {
    private EmptyReport() {}

    /** Nothing known, and the one sentence why. */
    public static Report refused(String input, String because) {
        Report.FileCoverage coverage =
                new Report.FileCoverage(
                        input,
                        "text",
                        0,
                        0,
                        null,
                        null,
                        null,
                        Coverage.Read.REFUSED,
                        because,
                        List.of());
        return new Report(
                new Report.Tool("latchkey", ToolVersion.NUMBER, List.of()),
                List.of(new Report.Input(input, "text", 0, null)),
                Report.Machine.UNKNOWN,
                Outcome.INSUFFICIENT_EVIDENCE,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(coverage),
                Report.Redactions.NONE);
    }
}
