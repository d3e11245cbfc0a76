package latchkey.web.page;

import latchkey.analyzer.diagnosis.Outcome;
import latchkey.analyzer.report.Report;
import latchkey.analyzer.report.face.Sentences;
import latchkey.analyzer.report.face.Visible;
import latchkey.analyzer.report.face.Word;
import latchkey.web.store.Activity;
import latchkey.web.store.CaseFile;
import latchkey.web.store.CaseRow;
import latchkey.web.store.Note;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Everything the page of a case shows; made from the report that the API returns. */
public record CaseView(
        CaseRow row,
        Report report,
        Beside beside,
        Map<String, CaseFile> files,
        Map<String, String> titles) {
    private static final int LONGEST_QUOTE = 2_000;

    /** What stands beside the report. */
    public record Beside(
            Extras extras,
            Quotes quotes,
            List<Note> notes,
            List<Activity> activity,
            List<CaseRow> similar,
            AccessView access) {}

    /** The same without anything that somebody concluded: what was read, and what happened when. */
    public CaseView withoutVerdict() {
        Report bare =
                new Report(
                        report.tool(),
                        report.inputs(),
                        report.machine(),
                        Outcome.INSUFFICIENT_EVIDENCE,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        report.coverage(),
                        report.redactions());
        Extras dated = new Extras(beside.extras().attempts(), beside.extras().starts(), Map.of());
        return new CaseView(
                row,
                bare,
                new Beside(
                        dated,
                        beside.quotes(),
                        beside.notes(),
                        beside.activity(),
                        List.of(),
                        beside.access()),
                files,
                titles);
    }

    /** Causes first, then consequences, then what is over; each by its number from 1. */
    public List<Finding> findings() {
        List<Finding> all = new ArrayList<>();
        report.causes()
                .forEach(
                        cause ->
                                all.add(
                                        new Finding(
                                                all.size() + 1,
                                                "cause",
                                                cause.rule().toString(),
                                                cause.title(),
                                                cause.evidence())));
        report.symptoms()
                .forEach(
                        symptom ->
                                all.add(
                                        new Finding(
                                                all.size() + 1,
                                                "consequence",
                                                symptom.rule().toString(),
                                                symptom.title(),
                                                symptom.evidence())));
        report.history()
                .forEach(
                        past ->
                                all.add(
                                        new Finding(
                                                all.size() + 1,
                                                "history",
                                                past.rule().toString(),
                                                past.title(),
                                                past.evidence())));
        return all;
    }

    /** One thing that was found. */
    public record Finding(
            int number, String kind, String rule, String title, List<Report.Proof> evidence) {}

    public String outcome() {
        return Word.of(report.outcome());
    }

    public String headline() {
        return Visible.prose(Sentences.headline(report));
    }

    /** The verdict as one sentence: what, where, when, how sure. */
    public String sentence() {
        StringBuilder text = new StringBuilder(headline().replaceAll("[.]$", ""));
        String machine = report.machine().name();
        if (machine != null && !report.causes().isEmpty()) {
            text.append(" on ").append(machine);
        }
        if (!report.causes().isEmpty()) {
            Report.CauseFound cause = report.causes().getFirst();
            Report.AttemptRun attempt = cause.attempt();
            if (attempt != null && attempt.to() != null) {
                text.append(" at ").append(Show.time(attempt.to()));
            }
        }
        return text.append('.').toString();
    }

    /** Where a quoted line can be read in its file; empty for what is no kept text. */
    public Optional<String> link(String file, long line) {
        CaseFile kept = files.get(file);
        return kept == null
                ? Optional.empty()
                : Optional.of("/c/" + row.id() + "/file/" + kept.hash() + "#L" + line);
    }

    public String quote(String text) {
        return Visible.shortened(text, LONGEST_QUOTE);
    }

    /** The title of a rule, or its id when nobody knows it any more. */
    public String title(String rule) {
        return titles.getOrDefault(rule, rule);
    }

    /** Rules by how they ended. */
    public Map<String, List<Report.RuleResult>> rulesByVerdict() {
        Map<String, List<Report.RuleResult>> groups = new LinkedHashMap<>();
        for (Report.RuleVerdictWord word : Report.RuleVerdictWord.values()) {
            List<Report.RuleResult> rules =
                    report.rules().stream().filter(rule -> rule.verdict() == word).toList();
            if (!rules.isEmpty()) {
                groups.put(Word.of(word), rules);
            }
        }
        return groups;
    }

    public String whyNot(String rule) {
        return beside.extras().whyNot().getOrDefault(rule, "");
    }

    /** Steps of a way out by channel, in the order of the rule base. */
    public Map<String, List<Report.Step>> channels(Report.WayOut way) {
        Map<String, List<Report.Step>> channels = new LinkedHashMap<>();
        way.steps()
                .forEach(
                        step ->
                                channels.computeIfAbsent(
                                                Word.of(step.channel()), key -> new ArrayList<>())
                                        .add(step));
        return channels;
    }

    public List<Report.WayOut> available(Report.CauseFound cause) {
        return Sentences.available(cause);
    }

    public List<Report.WayOut> unavailable(Report.CauseFound cause) {
        return Sentences.unavailable(cause);
    }

    /** A message to whoever can collect what is missing. */
    public String askForNext() {
        StringBuilder text = new StringBuilder("Hello,\n\nto find out why the VM");
        String machine = report.machine().name();
        text.append(machine == null ? "" : " " + machine)
                .append(" cannot be signed in to, I need:\n");
        for (Report.CollectNext next : report.collectNext()) {
            text.append("\n- ").append(Visible.prose(next.what())).append("\n  ");
            text.append(Visible.prose(next.how())).append('\n');
        }
        return text.append("\nPasswords and keys are not needed; please leave them out.\n")
                .toString();
    }

    /** A message with the cause and the first way out. */
    public String answer() {
        StringBuilder text = new StringBuilder("Hello,\n\n");
        Report.CauseFound cause = report.causes().getFirst();
        text.append(Visible.prose(cause.title())).append(".\n\n");
        text.append(Visible.prose(cause.summary())).append('\n');
        available(cause).stream().limit(1).forEach(way -> append(way, text));
        return text.toString();
    }

    private static void append(Report.WayOut way, StringBuilder text) {
        text.append("\nWhat to do: ").append(Visible.prose(way.goal())).append('\n');
        way.warnings()
                .forEach(
                        warning ->
                                text.append("  Note: ")
                                        .append(Visible.prose(warning))
                                        .append('\n'));
        for (Report.Step step : way.steps()) {
            text.append("\n  ").append(Show.capital(Show.label(Word.of(step.channel()))));
            text.append(": ").append(Visible.prose(step.text())).append('\n');
            if (step.command() != null) {
                text.append("    ").append(step.command()).append('\n');
            }
        }
        text.append("\nIt worked when: ").append(Visible.prose(way.check())).append('\n');
    }

    /** Counts of files by how they were read. */
    public Map<String, Integer> reads() {
        Map<String, Integer> counts = new TreeMap<>();
        report.coverage().forEach(file -> counts.merge(Word.of(file.read()), 1, Integer::sum));
        return counts;
    }

    public long undecided() {
        return report.rules().stream()
                .filter(rule -> rule.verdict() == Report.RuleVerdictWord.UNDECIDED)
                .count();
    }

    public @Nullable String machine() {
        return report.machine().name();
    }
}
