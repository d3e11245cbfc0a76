package latchkey.analyzer.report.face;

import latchkey.analyzer.diagnosis.Outcome;
import latchkey.analyzer.report.Report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Two reports of one machine side by side.
 *
 * @param cured causes that the later evidence shows to be gone
 * @param fresh causes that only the later evidence shows
 * @param unchanged causes that stand in both
 * @param untold causes that the later evidence neither shows nor rules out
 */
public record Comparison(
        Outcome before,
        Outcome after,
        List<Report.CauseFound> cured,
        List<Report.CauseFound> fresh,
        List<Report.CauseFound> unchanged,
        List<Report.CauseFound> untold) {
    public Comparison {
        cured = List.copyOf(cured);
        fresh = List.copyOf(fresh);
        unchanged = List.copyOf(unchanged);
        untold = List.copyOf(untold);
    }

    public static Comparison of(Report before, Report after) {
        Map<String, Report.CauseFound> earlier = byCause(before);
        Map<String, Report.CauseFound> later = byCause(after);
        List<Report.CauseFound> cured = new ArrayList<>();
        List<Report.CauseFound> unchanged = new ArrayList<>();
        List<Report.CauseFound> untold = new ArrayList<>();
        earlier.forEach(
                (id, cause) -> {
                    Report.CauseFound still = later.get(id);
                    if (still != null) {
                        unchanged.add(still);
                    } else if (isGone(cause, after)) {
                        cured.add(cause);
                    } else {
                        untold.add(cause);
                    }
                });
        List<Report.CauseFound> fresh = new ArrayList<>(later.values());
        fresh.removeIf(cause -> earlier.containsKey(Sentences.cause(cause)));
        return new Comparison(before.outcome(), after.outcome(), cured, fresh, unchanged, untold);
    }

    private static Map<String, Report.CauseFound> byCause(Report report) {
        Map<String, Report.CauseFound> causes = new TreeMap<>();
        report.causes().forEach(cause -> causes.putIfAbsent(Sentences.cause(cause), cause));
        return causes;
    }

    /**
     * Silence is no cure: the later evidence has to show health, the past failure, or that the rule
     * looked.
     */
    private static boolean isGone(Report.CauseFound cause, Report after) {
        boolean healthy = after.outcome() == Outcome.HEALTHY || after.outcome() == Outcome.RESOLVED;
        boolean past =
                after.history().stream()
                        .anyMatch(old -> Objects.equals(old.cause(), cause.cause()));
        boolean looked =
                after.rules().stream()
                        .anyMatch(
                                rule ->
                                        rule.id().equals(cause.rule())
                                                && rule.verdict() == Report.RuleVerdictWord.QUIET);
        return healthy || past || looked;
    }

    /** Whether nothing stands any more. */
    public boolean isCured() {
        boolean healthy = after == Outcome.HEALTHY || after == Outcome.RESOLVED;
        return fresh.isEmpty() && unchanged.isEmpty() && untold.isEmpty() && healthy;
    }

    public void printText(Writer out) throws IOException {
        out.write("before: " + Word.of(before) + "\nafter:  " + Word.of(after) + "\n");
        print("cured", cured, out);
        print("new", fresh, out);
        print("unchanged", unchanged, out);
        print("cannot tell", untold, out);
    }

    private static void print(String heading, List<Report.CauseFound> causes, Writer out)
            throws IOException {
        for (Report.CauseFound cause : causes) {
            out.write(
                    heading
                            + ": "
                            + Visible.of(Sentences.cause(cause))
                            + " ("
                            + cause.rule()
                            + ") "
                            + Visible.prose(cause.title())
                            + "\n");
        }
    }

    public void printJson(Writer out) throws IOException {
        JsonPage.indented(
                out,
                page ->
                        page.object(
                                () -> {
                                    page.text("before", Word.of(before));
                                    page.text("after", Word.of(after));
                                    list(page, "cured", cured);
                                    list(page, "new", fresh);
                                    list(page, "unchanged", unchanged);
                                    list(page, "cannotTell", untold);
                                }));
    }

    private static void list(JsonPage page, String name, List<Report.CauseFound> causes) {
        page.objects(
                name,
                causes,
                cause -> {
                    page.text("cause", cause.cause());
                    page.text("rule", cause.rule());
                    page.text("title", cause.title());
                });
    }
}
