package latchkey.analyzer.report.face;

import latchkey.analyzer.diagnosis.Outcome;
import latchkey.analyzer.evidence.Coverage;
import latchkey.analyzer.report.Report;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The words that text, Markdown, HTML and the pages share; nothing here is escaped yet. */
public final class Sentences {
    private Sentences() {}

    /** The verdict in one line. */
    public static String headline(Report report) {
        if (!report.causes().isEmpty()) {
            return report.causes().getFirst().title();
        }
        return switch (report.outcome()) {
            case CAUSE_FOUND -> "The cause is known.";
            case RESOLVED -> "An earlier failure is over: a later attempt succeeded.";
            case HEALTHY -> "The evidence covers the question and shows no failure.";
            case UNKNOWN_FAILURE -> "Something failed, and no known cause explains it.";
            case INSUFFICIENT_EVIDENCE -> "The evidence cannot decide.";
            case OUT_OF_SCOPE -> "The failure belongs to something else than VMAccess on Windows.";
        };
    }

    public static String label(Outcome outcome) {
        return Word.of(outcome).replace('-', ' ').toUpperCase(Locale.ROOT);
    }

    /** Machine, system and versions, as far as they are known. */
    public static String machine(Report.Machine machine) {
        List<String> parts = new ArrayList<>();
        parts.add(machine.name() == null ? "unnamed" : machine.name());
        if (machine.os() != null) {
            parts.add(machine.os());
        }
        if (machine.agentVersion() != null) {
            parts.add("agent " + machine.agentVersion());
        }
        if (machine.vmAccessVersion() != null) {
            parts.add("VMAccess " + machine.vmAccessVersion());
        }
        return String.join(", ", parts);
    }

    /** The cause's id; a past failure may have none. */
    public static String cause(Report.CauseFound cause) {
        return cause.cause() == null ? "cause unknown" : cause.cause();
    }

    public static String attempt(Report.AttemptRun attempt) {
        String number = attempt.sequence() == null ? "an attempt" : "attempt " + attempt.sequence();
        return number + " of " + attempt.handler() + span(attempt.from(), attempt.to());
    }

    public static String span(@Nullable Instant from, @Nullable Instant to) {
        if (from == null && to == null) {
            return "";
        }
        if (from == null || to == null || from.equals(to)) {
            return ", " + time(from == null ? to : from);
        }
        return ", " + time(from) + " to " + time(to);
    }

    public static String time(@Nullable Instant time) {
        return time == null ? "" : time.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    public static String place(Report.Proof proof) {
        return proof.file()
                + ":"
                + proof.line()
                + (proof.time() == null ? "" : "  " + time(proof.time()));
    }

    public static String kind(Report.WayOut way) {
        String cure = Word.of(way.cure()).replace('-', ' ');
        return cure + ", " + Word.of(way.safety()).replace('-', ' ');
    }

    /** How many files were read, and how. */
    public static String coverage(List<Report.FileCoverage> files) {
        Map<Coverage.Read, Integer> counts = new TreeMap<>();
        long lines = 0;
        for (Report.FileCoverage file : files) {
            counts.merge(file.read(), 1, Integer::sum);
            lines += file.lines();
        }
        List<String> parts = new ArrayList<>();
        counts.forEach((read, count) -> parts.add(count + " " + Word.of(read).replace('-', ' ')));
        return files.size()
                + (files.size() == 1 ? " file" : " files")
                + ", "
                + lines
                + " lines"
                + (parts.isEmpty() ? "" : ": " + String.join(", ", parts));
    }

    /** How many rules ended how. */
    public static String rules(List<Report.RuleResult> rules) {
        Map<Report.RuleVerdictWord, Integer> counts = new TreeMap<>();
        rules.forEach(rule -> counts.merge(rule.verdict(), 1, Integer::sum));
        List<String> parts = new ArrayList<>();
        counts.forEach(
                (verdict, count) -> parts.add(count + " " + Word.of(verdict).replace('-', ' ')));
        return rules.size() + " rules" + (parts.isEmpty() ? "" : ": " + String.join(", ", parts));
    }

    /** Available ways first, in order. */
    public static List<Report.WayOut> available(Report.CauseFound cause) {
        return cause.fixes().stream().filter(Report.WayOut::available).toList();
    }

    public static List<Report.WayOut> unavailable(Report.CauseFound cause) {
        return cause.fixes().stream().filter(way -> !way.available()).toList();
    }

    /** Files that were not read whole, or that have something to tell. */
    static List<Report.FileCoverage> oddFiles(Report report) {
        return report.coverage().stream()
                .filter(file -> file.because() != null || !file.gaps().isEmpty())
                .toList();
    }

    public static String oddity(Report.FileCoverage file) {
        List<String> notes = new ArrayList<>(file.gaps());
        if (file.because() != null) {
            notes.addFirst(file.because());
        }
        return Word.of(file.read()).replace('-', ' ') + ": " + String.join("; ", notes);
    }
}
