package latchkey.analyzer.diagnosis;

import latchkey.analyzer.evidence.Entry;
import latchkey.analyzer.evidence.Level;
import latchkey.analyzer.evidence.Quote;
import latchkey.analyzer.evidence.RunKey;
import latchkey.rules.rule.SourceKind;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Groups the records that nothing explains by their words, with numbers, names and paths left open.
 */
final class Clusters {
    private static final int LIMIT = 2_000;
    private static final int TEMPLATE_LENGTH = 240;

    /**
     * Words of failure in the languages that Windows speaks most; only an order of interest, never
     * a verdict.
     */
    private static final Expression FAILURE =
            new Expression(
                    "error|fail|exception|denied|cannot|can't|could not|couldn't|unable|timed"
                            + " out|refused|invalid|not found|not allowed|not"
                            + " reachable|unreachable|missing|corrupt|crash"
                            + "|terminated|fehler|verweigert|échec|erreur|エラー|失敗");

    private static final Expression ACCESS =
            new Expression("vmaccess|password|administrator|remote desktop");

    /** Headings and buttons of a message box that was copied. */
    private static final Pattern HEADINGS = Pattern.compile("\\s*(?:\\[[\\w ]{1,24}]\\s*)+");

    private final Map<String, Cluster> byTemplate = new LinkedHashMap<>();

    /** Records alike but for their variable parts; the last one stands for all. */
    static final class Cluster {
        private final int weight;
        private final SourceKind kind;
        private @Nullable RunKey run;
        private String text;
        private final boolean wrapper;
        private Quote quote;
        private long count;

        Cluster(Entry entry, int weight, boolean wrapper) {
            this.wrapper = wrapper;
            this.weight = weight;
            this.kind = entry.kind();
            this.run = entry.run();
            this.text = entry.text();
            this.quote = entry.quoteAt(0);
        }

        int weight() {
            return weight;
        }

        SourceKind kind() {
            return kind;
        }

        @Nullable RunKey run() {
            return run;
        }

        String text() {
            return text;
        }

        Quote quote() {
            return quote;
        }

        long count() {
            return count;
        }

        /** Whether a symptom rule knows the words, so that a found cause accounts for them. */
        boolean isWrapper() {
            return wrapper;
        }

        void merge(Cluster other) {
            count += other.count;
            if (!isNewerThan(other)) {
                run = other.run;
                text = other.text;
                quote = other.quote;
            }
        }

        private void add(Entry entry) {
            count++;
            run = entry.run();
            text = entry.text();
            quote = entry.quoteAt(0);
        }

        /**
         * By number where both have one, else by time; what is undated is taken in the order of the
         * files.
         */
        private boolean isNewerThan(Cluster other) {
            Integer number = run == null ? null : run.sequence();
            Integer otherNumber = other.run == null ? null : other.run.sequence();
            if (number != null && otherNumber != null && !number.equals(otherNumber)) {
                return number > otherNumber;
            }
            Instant time = quote.time();
            Instant otherTime = other.quote.time();
            return time != null && otherTime != null && time.isAfter(otherTime);
        }
    }

    /**
     * Keeps the record if it may tell of a failure.
     *
     * @param wrapper whether a symptom rule knows its words, so that what it wraps is what is
     *     unexplained
     */
    void consider(Entry entry, boolean wrapper) {
        int weight = weightOf(entry) + (wrapper && isMessage(entry) ? 5 : 0);
        if (weight <= 0) {
            return;
        }
        String template = entry.kind().id() + ' ' + templateOf(entry.text());
        Cluster known = byTemplate.get(template);
        if (known == null) {
            if (byTemplate.size() >= LIMIT) {
                return;
            }
            known = new Cluster(entry, weight, wrapper);
            byTemplate.put(template, known);
        }
        known.add(entry);
    }

    Collection<Cluster> all() {
        return byTemplate.values();
    }

    void addAll(Clusters other) {
        other.byTemplate.forEach(
                (template, cluster) -> {
                    Cluster known = byTemplate.get(template);
                    if (known != null) {
                        known.merge(cluster);
                    } else if (byTemplate.size() < LIMIT) {
                        byTemplate.put(template, cluster);
                    }
                });
    }

    /** How much the record looks like the failure in question; 0 for none. */
    private static int weightOf(Entry entry) {
        if (entry.text().length() < 100 && HEADINGS.matcher(entry.text()).matches()) {
            return 0;
        }
        int weight =
                switch (entry.kind().id()) {
                    case "handler-status", "vmaccess-log" ->
                            isMessage(entry) && tellsFailure(entry) ? 80 : 0;
                    case "aggregate-status",
                            "instance-view",
                            "arm-extension",
                            "powershell-vm-status",
                            "powershell-extension" ->
                            isMessage(entry) && tellsFailure(entry) ? 60 : 0;
                    case "arm-error", "activity-log" ->
                            isMessage(entry) && (entry.path() != null || tellsFailure(entry))
                                    ? 70
                                    : 0;
                    case "text", "client-error", "rdp-client-message", "pep-transcript" ->
                            tellsFailure(entry) ? 60 : 15;
                    case "registry",
                            "handler-state",
                            "handler-settings",
                            "handler-environment",
                            "handler-manifest",
                            "file-list",
                            "extensions-config" ->
                            0;
                    default ->
                            entry.level() == Level.ERROR
                                            || (entry.level() == null && tellsFailure(entry))
                                    ? 40
                                    : 0;
                };
        if (weight == 0) {
            return 0;
        }
        RunKey run = entry.run();
        boolean ofVmAccess = run != null && run.isVmAccess();
        return weight
                + (ofVmAccess ? 25 : ACCESS.isIn(entry.text()) ? 15 : 0)
                + (entry.level() == Level.ERROR ? 5 : 0);
    }

    /** The agent's record of a command has a heading of this kind above what is often nothing. */
    private static boolean tellsFailure(Entry entry) {
        return FAILURE.isIn(entry.text().replace("Execution Error:", ""));
    }

    /** Of a document only its sentences count, not its names and numbers. */
    private static boolean isMessage(Entry entry) {
        String path = entry.path();
        if (path == null) {
            return true;
        }
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return (name.contains("message") || name.contains("description") || name.contains("detail"))
                && !entry.text().startsWith("{")
                && entry.text().indexOf(' ') > 0;
    }

    private static final Pattern VARIABLE =
            Pattern.compile(
                    "[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}|0x[0-9a-fA-F]+|'[^']{0,80}'|\"[^\"]{0,80}\""
                            + "|[A-Za-z]:\\\\[^\\s,;]{0,200}|[0-9]+");

    private static String templateOf(String text) {
        String head =
                text.length() > 2 * TEMPLATE_LENGTH ? text.substring(0, 2 * TEMPLATE_LENGTH) : text;
        String open = VARIABLE.matcher(head).replaceAll("#");
        return open.length() > TEMPLATE_LENGTH ? open.substring(0, TEMPLATE_LENGTH) : open;
    }
}
