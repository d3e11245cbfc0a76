package latchkey.web.page;

import latchkey.analyzer.report.Report;
import latchkey.analyzer.report.face.Visible;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Words as the pages show them; escaping is the templates' own business. */
public final class Show {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private Show() {}

    public static String time(@Nullable Instant time) {
        return time == null ? "" : TIME.format(time) + " UTC";
    }

    /** The same where the zone stands above. */
    public static String moment(@Nullable Instant time) {
        return time == null ? "" : TIME.format(time);
    }

    /** Which run of which handler, and when. */
    public static String attempt(Report.AttemptRun run) {
        String number = run.sequence() == null ? "An attempt" : "Attempt " + run.sequence();
        String from = time(run.from());
        String to = time(run.to());
        boolean isMoment = from.isEmpty() || to.isEmpty() || from.equals(to);
        String span = isMoment ? (from.isEmpty() ? to : from) : from + " to " + to;
        return number + " of " + run.handler() + (span.isEmpty() ? "" : ", " + span);
    }

    public static String day(@Nullable Instant time) {
        return time == null ? "" : SHORT.format(time) + " UTC";
    }

    /** A label of the report in words. */
    public static String label(String word) {
        return word.replace('-', ' ');
    }

    public static String capital(String words) {
        return words.isEmpty()
                ? words
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Words of somebody else, with everything unseen made visible. */
    public static String words(@Nullable String text) {
        return text == null ? "" : Visible.of(text);
    }

    public static String cut(String text, int limit) {
        return Visible.shortened(text, limit);
    }

    public static String count(long number, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
    }

    public static String bytes(long bytes) {
        if (bytes < 1024) {
            return bytes + " bytes";
        }
        if (bytes < 1 << 20) {
            return String.format(Locale.ROOT, "%.1f KB", bytes / 1024.0);
        }
        return bytes < 1 << 30
                ? String.format(Locale.ROOT, "%.1f MB", bytes / 1048576.0)
                : String.format(Locale.ROOT, "%.1f GB", bytes / 1073741824.0).replace(".0 ", " ");
    }

    /** The family of looks an outcome has: bad, good, open or calm. */
    public static String tone(@Nullable String outcome) {
        return switch (outcome == null ? "" : outcome) {
            case "cause-found" -> "bad";
            case "healthy", "resolved" -> "good";
            case "unknown-failure", "insufficient-evidence" -> "open";
            default -> "calm";
        };
    }
}
