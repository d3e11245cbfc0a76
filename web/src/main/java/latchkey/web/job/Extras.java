package latchkey.web.job;

import latchkey.analyzer.report.Report;
import latchkey.analyzer.report.TriageResult;
import latchkey.analyzer.report.face.Word;
import latchkey.analyzer.timeline.Attempt;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;

/** What the pages show beside the report: the timeline, and why each rule ended as it did. */
final class Extras {
    private Extras() {}

    static String of(Report report, TriageResult result) {
        ObjectNode extras = JsonMapper.shared().createObjectNode();
        ArrayNode attempts = extras.putArray("attempts");
        for (Attempt attempt : result.timeline().attempts()) {
            attempts.addObject()
                    .put("handler", attempt.handler())
                    .put("version", attempt.version())
                    .put("sequence", attempt.sequence())
                    .put("from", text(attempt.from()))
                    .put("to", text(attempt.to()))
                    .put("result", Word.of(attempt.result()));
        }
        ArrayNode starts = extras.putArray("starts");
        result.timeline().starts().forEach(start -> starts.add(start.toString()));
        ObjectNode why = extras.putObject("whyNot");
        for (Report.RuleResult rule : report.rules()) {
            result.whyNot(rule.id()).ifPresent(words -> why.put(rule.id().toString(), words));
        }
        return extras.toString();
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
