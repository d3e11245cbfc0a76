package latchkey.analyzer.report;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import latchkey.analyzer.diagnosis.Outcome;
import latchkey.rules.rule.RuleId;

/** Stand-in for the engine, to be replaced: it reads nothing and says so. */
public final class Triage {
    private Triage() {}

    public static TriageResult run(TriageRequest request) throws IOException {
        Report report = new Report(
                new Report.Tool("latchkey", ToolVersion.NUMBER, List.of()),
                request.paths().stream()
                        .map(path -> new Report.Input(path, "file", 0, null))
                        .toList(),
                Report.Machine.UNKNOWN,
                Outcome.INSUFFICIENT_EVIDENCE,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Report.Redactions.NONE);
        return new TriageResult() {
            @Override
            public Report report() {
                return report;
            }

            @Override
            public Optional<String> whyNot(RuleId id) {
                return Optional.empty();
            }
        };
    }
}
