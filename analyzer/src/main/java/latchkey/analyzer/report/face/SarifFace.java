package latchkey.analyzer.report.face;

import latchkey.analyzer.report.Report;
import latchkey.rules.rule.RuleId;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The report as SARIF 2.1.0: findings first, then how every other rule ended, at most 5,000
 * results.
 */
public final class SarifFace implements Face {
    private static final int LIMIT = 5_000;
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final HexFormat HEX = HexFormat.of();

    /** One result of the run. */
    private record Entry(
            RuleId rule, String kind, String level, String message, List<Report.Proof> proofs) {}

    @Override
    public void print(Report report, Writer out) throws IOException {
        List<Entry> entries = entries(report);
        Set<RuleId> rules = new LinkedHashSet<>();
        report.rules().forEach(rule -> rules.add(rule.id()));
        entries.forEach(entry -> rules.add(entry.rule()));
        List<RuleId> order = List.copyOf(rules);
        JsonPage.indented(
                out,
                page ->
                        page.object(
                                () -> {
                                    page.text("$schema", SCHEMA);
                                    page.text("version", "2.1.0");
                                    page.objects(
                                            "runs",
                                            List.of(report),
                                            run -> {
                                                page.object(
                                                        "tool",
                                                        () ->
                                                                page.object(
                                                                        "driver",
                                                                        () ->
                                                                                driver(
                                                                                        run, order,
                                                                                        page)));
                                                page.text("columnKind", "utf16CodeUnits");
                                                page.objects(
                                                        "results",
                                                        entries.subList(
                                                                0, Math.min(LIMIT, entries.size())),
                                                        entry -> result(entry, order, page));
                                            });
                                }));
    }

    private static void driver(Report report, List<RuleId> order, JsonPage page) {
        page.text("name", Visible.of(report.tool().name()));
        page.text("version", Visible.of(report.tool().version()));
        page.objects("rules", order, rule -> page.text("id", rule));
    }

    private static List<Entry> entries(Report report) {
        List<Entry> entries = new ArrayList<>();
        Set<RuleId> told = new LinkedHashSet<>();
        for (Report.CauseFound cause : report.causes()) {
            told.add(cause.rule());
            String message = cause.title() + ". " + cause.summary();
            entries.add(new Entry(cause.rule(), "fail", "error", message, cause.evidence()));
        }
        for (Report.Symptom symptom : report.symptoms()) {
            told.add(symptom.rule());
            entries.add(
                    new Entry(
                            symptom.rule(),
                            "fail",
                            "warning",
                            symptom.title(),
                            symptom.evidence()));
        }
        for (Report.CauseFound past : report.history()) {
            told.add(past.rule());
            entries.add(
                    new Entry(
                            past.rule(),
                            "informational",
                            "none",
                            "No longer: " + past.title(),
                            past.evidence()));
        }
        for (Report.RuleResult rule : report.rules()) {
            if (!told.contains(rule.id())) {
                entries.add(
                        new Entry(
                                rule.id(),
                                kind(rule.verdict()),
                                "none",
                                rule.because(),
                                List.of()));
            }
        }
        return entries;
    }

    private static String kind(Report.RuleVerdictWord verdict) {
        return switch (verdict) {
            case FIRED -> "informational";
            case QUIET -> "pass";
            case UNDECIDED, BROKEN -> "open";
            case NOT_APPLICABLE -> "notApplicable";
        };
    }

    private static void result(Entry entry, List<RuleId> order, JsonPage page) {
        page.text("ruleId", entry.rule());
        page.number("ruleIndex", order.indexOf(entry.rule()));
        page.text("kind", entry.kind());
        page.text("level", entry.level());
        page.object("message", () -> page.text("text", Visible.prose(entry.message())));
        if (entry.proofs().isEmpty()) {
            return;
        }
        page.objects(
                "locations",
                entry.proofs(),
                proof -> page.object("physicalLocation", () -> location(proof, page)));
        page.object(
                "partialFingerprints", () -> page.text("latchkeyFinding/v1", fingerprint(entry)));
    }

    private static void location(Report.Proof proof, JsonPage page) {
        page.object("artifactLocation", () -> page.text("uri", uri(proof.file())));
        page.object(
                "region",
                () -> {
                    page.number("startLine", Math.max(1, proof.line()));
                    page.object("snippet", () -> page.text("text", Visible.of(proof.text())));
                });
    }

    /** A relative reference whatever the name holds. */
    private static String uri(String file) {
        StringBuilder uri = new StringBuilder();
        for (byte unit : file.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (unit & 0xff);
            boolean plain =
                    (letter >= 'a' && letter <= 'z')
                            || (letter >= 'A' && letter <= 'Z')
                            || (letter >= '0' && letter <= '9')
                            || "-._~/!".indexOf(letter) >= 0;
            if (plain && !(letter == '/' && uri.isEmpty())) {
                uri.append(letter);
            } else {
                uri.append('%').append(HEX.withUpperCase().toHexDigits(unit));
            }
        }
        return uri.toString();
    }

    /** The same for the same line of the same file, wherever the line has moved. */
    private static String fingerprint(Entry entry) {
        Report.Proof first = entry.proofs().getFirst();
        String words = entry.rule() + "\n" + first.file() + "\n" + first.text();
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(words.getBytes(StandardCharsets.UTF_8));
            return HEX.formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
