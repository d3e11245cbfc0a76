package latchkey.web.job;

import latchkey.analyzer.intake.Intake;
import latchkey.analyzer.intake.Item;
import latchkey.analyzer.intake.Limits;
import latchkey.analyzer.intake.Opened;
import latchkey.analyzer.redaction.MaskedText;
import latchkey.analyzer.report.Report;
import latchkey.analyzer.report.Triage;
import latchkey.analyzer.report.TriageRequest;
import latchkey.analyzer.report.TriageResult;
import latchkey.analyzer.report.face.JsonFace;
import latchkey.rules.catalog.RefusedPackException;
import latchkey.web.store.CaseFile;
import latchkey.web.store.TextWriter;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One analysis, as it runs in a process of its own: from files handed in to a folder of results.
 */
public final class CaseAnalysis {
    static final String REPORT = "report.json";
    static final String MASKED = "masked.json";
    static final String EXTRAS = "extras.json";
    static final String FILES = "files.json";

    /** An empty file that says that the three before it are whole. */
    static final String READY = "ready";

    private final Path out;
    private final Consumer<CaseEvent> tell;

    /**
     * @param out an empty folder; hostile names never become names in it
     */
    public CaseAnalysis(Path out, Consumer<CaseEvent> tell) {
        this.out = out;
        this.tell = tell;
    }

    public void run(List<String> paths) throws IOException {
        TriageResult result = triage(paths);
        Report report = result.report();
        write(REPORT, report);
        write(MASKED, result.withoutIdentities());
        Files.writeString(out.resolve(EXTRAS), Extras.of(report, result));
        Files.createFile(out.resolve(READY));
        tell.accept(new CaseEvent("report", "{}"));
        keepTexts(paths);
    }

    private TriageResult triage(List<String> paths) throws IOException {
        try {
            Triage engine = Triage.with(List.of());
            return engine.answer(
                    new TriageRequest(
                            paths,
                            null,
                            List.of(),
                            null,
                            null,
                            false,
                            Map.of(),
                            Runtime.getRuntime().availableProcessors(),
                            (file, done, all) -> progress("reading", done, all)));
        } catch (RefusedPackException e) {
            throw new IOException("the rules of the program cannot be read", e);
        }
    }

    private void progress(String phase, long done, long all) {
        tell.accept(
                new CaseEvent(
                        "progress",
                        JsonMapper.shared()
                                .createObjectNode()
                                .put("phase", phase)
                                .put("done", done)
                                .put("all", all)
                                .toString()));
    }

    private void write(String name, Report report) throws IOException {
        try (Writer writer = Files.newBufferedWriter(out.resolve(name))) {
            new JsonFace().print(report, writer);
        }
    }

    /** Every text, as UTF-8 and without its secrets: what the log viewer shows. */
    private void keepTexts(List<String> paths) throws IOException {
        ArrayNode kept = JsonMapper.shared().createArrayNode();
        try (Opened opened = new Intake(Limits.STANDARD).open(paths, null)) {
            List<Item> items = opened.items();
            for (int i = 0; i < items.size(); i++) {
                keep(items.get(i), out.resolve("text-" + i), kept);
                progress("keeping", i + 1, items.size());
            }
        }
        Files.writeString(out.resolve(FILES), kept.toString());
    }

    private static void keep(Item item, Path place, ArrayNode kept) {
        TextWriter text = null;
        boolean isText = false;
        try (TextWriter writer = new TextWriter(place)) {
            text = writer;
            isText = MaskedText.copy(item, writer);
        } catch (IOException unreadable) {
            // The report says so; what came before the failure is kept.
            isText = text != null;
        }
        if (isText && text != null) {
            CaseFile file = text.kept(item.name());
            kept.addObject()
                    .put("name", file.name())
                    .put("hash", file.hash())
                    .put("bytes", file.bytes())
                    .put("lines", file.lines())
                    .put("place", place.getFileName().toString());
        }
    }
}
