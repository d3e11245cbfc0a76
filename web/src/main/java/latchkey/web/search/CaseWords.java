package latchkey.web.search;

import latchkey.analyzer.report.Report;
import latchkey.analyzer.report.face.ReportReader;
import latchkey.web.store.CaseResult;
import latchkey.web.store.CaseRow;
import latchkey.web.store.CaseStore;
import latchkey.web.store.Note;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexableField;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The words of a case, by field: what it says, what proves it, what nobody explained, who wrote
 * what.
 */
public final class CaseWords {
    static final String ID = "id";
    static final String STAMP = "stamp";
    static final String ALL = "all";

    /** Fields a person may ask for, with what they hold. */
    public static final List<Help> FIELDS =
            List.of(
                    new Help("verdict", "what the case says", "verdict:password"),
                    new Help("cause", "the cause by its id", "cause:password-policy"),
                    new Help("outcome", "cause-found, resolved, healthy, …", "outcome:healthy"),
                    new Help("rule", "a rule that fired", "rule:VMA-001"),
                    new Help("machine", "name, system or version", "machine:vm01"),
                    new Help("evidence", "quoted lines", "evidence:0x800708C5"),
                    new Help(
                            "unexplained",
                            "lines no rule explains",
                            "unexplained:\"access denied\""),
                    new Help("file", "names of files", "file:WaAppAgent*"),
                    new Help("note", "what people wrote", "note:customer"),
                    new Help("tag", "tags", "tag:contoso"),
                    new Help("status", "open, waiting or solved", "status:waiting"),
                    new Help("name", "what the case is called", "name:ticket*"));

    private static final int LONGEST_PASSAGE = 160;
    private static final int MOST_QUOTES = 2_000;

    private final CaseStore cases;

    CaseWords(CaseStore cases) {
        this.cases = cases;
    }

    /** One field and how to ask for it. */
    public record Help(String field, String holds, String example) {}

    /** Changes whenever the words may have changed. */
    String stamp(CaseRow row) {
        return String.join(
                "|",
                row.state().word(),
                row.status().word(),
                String.valueOf(row.finished()),
                row.verdict() == null ? "" : row.verdict().outcome(),
                String.join(",", row.tags()),
                String.valueOf(cases.notes(row.id()).size()));
    }

    Document of(CaseRow row) throws IOException {
        Document document = new Document();
        document.add(new StringField(ID, row.id(), Field.Store.YES));
        document.add(new StoredField(STAMP, stamp(row)));
        add(document, "name", row.name());
        add(document, "status", row.status().word());
        row.tags().forEach(tag -> add(document, "tag", tag));
        for (Note note : cases.notes(row.id())) {
            add(document, "note", note.words());
        }
        cases.files(row.id()).forEach(file -> add(document, "file", file.name()));
        Optional<CaseResult> result = cases.result(row.id());
        if (result.isPresent()) {
            add(document, ReportReader.read(result.get().report()));
        }
        return document;
    }

    private static void add(Document document, Report report) {
        add(document, "outcome", latchkey.analyzer.report.face.Word.of(report.outcome()));
        Report.Machine machine = report.machine();
        add(document, "machine", machine.name());
        add(document, "machine", machine.os());
        add(document, "machine", machine.agentVersion());
        for (Report.CauseFound cause : report.causes()) {
            add(document, "cause", cause.cause());
            add(document, "verdict", cause.title());
            add(document, "verdict", cause.summary());
            add(document, "rule", cause.rule().toString());
            quotes(document, cause.evidence());
        }
        for (Report.Symptom symptom : report.symptoms()) {
            add(document, "rule", symptom.rule().toString());
            quotes(document, symptom.evidence());
        }
        for (Report.CauseFound past : report.history()) {
            add(document, "verdict", past.title());
            quotes(document, past.evidence());
        }
        report.unexplained().stream()
                .limit(MOST_QUOTES)
                .forEach(line -> add(document, "unexplained", line.text()));
    }

    private static void quotes(Document document, List<Report.Proof> proofs) {
        proofs.stream()
                .limit(MOST_QUOTES)
                .forEach(proof -> add(document, "evidence", proof.text()));
    }

    private static void add(Document document, String field, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            document.add(new TextField(field, text, Field.Store.YES));
            document.add(new TextField(ALL, text, Field.Store.NO));
        }
    }

    /** The first passage that holds one of the words asked for, with its field. */
    static @Nullable String passage(Document found, String asked) {
        List<String> wanted =
                List.of(
                        asked.toLowerCase(Locale.ROOT)
                                .replaceAll("\\w+:", " ")
                                .split("[^\\p{L}\\p{N}]+"));
        for (IndexableField field : found.getFields()) {
            String text = field.stringValue();
            boolean isShown = !field.name().equals(ID) && !field.name().equals(STAMP);
            if (!isShown || text == null) {
                continue;
            }
            String lower = text.toLowerCase(Locale.ROOT);
            for (String word : wanted) {
                int at = word.length() < 2 ? -1 : lower.indexOf(word);
                if (at >= 0) {
                    int from = Math.max(0, at - LONGEST_PASSAGE / 2);
                    int to = Math.min(text.length(), from + LONGEST_PASSAGE);
                    return field.name() + ": " + (from > 0 ? "…" : "") + text.substring(from, to);
                }
            }
        }
        return null;
    }
}
