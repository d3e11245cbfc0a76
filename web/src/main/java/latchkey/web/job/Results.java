package latchkey.web.job;

import latchkey.analyzer.report.Report;
import latchkey.analyzer.report.face.ReportReader;
import latchkey.analyzer.report.face.Sentences;
import latchkey.analyzer.report.face.Visible;
import latchkey.analyzer.report.face.Word;
import latchkey.web.store.CaseFile;
import latchkey.web.store.CaseResult;
import latchkey.web.store.CaseRow;
import latchkey.web.store.Shelf;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads what the process of an analysis wrote. */
final class Results {
    private Results() {}

    static CaseRow.Verdict verdict(Path out) throws IOException {
        return verdict(ReportReader.read(Files.readString(out.resolve(CaseAnalysis.REPORT))));
    }

    private static CaseRow.Verdict verdict(Report report) {
        return new CaseRow.Verdict(
                Word.of(report.outcome()),
                report.causes().isEmpty() ? null : report.causes().getFirst().cause(),
                Visible.prose(Sentences.headline(report)),
                report.machine().name());
    }

    /** The texts go on the shelf before a row names them. */
    static CaseResult read(Path out, Shelf shelf) throws IOException {
        String report = Files.readString(out.resolve(CaseAnalysis.REPORT));
        List<CaseFile> files = new ArrayList<>();
        Path list = out.resolve(CaseAnalysis.FILES);
        String texts = Files.exists(list) ? Files.readString(list) : "[]";
        for (JsonNode file : JsonMapper.shared().readTree(texts)) {
            CaseFile kept =
                    new CaseFile(
                            file.path("name").asString(),
                            file.path("hash").asString(),
                            file.path("bytes").asLong(),
                            file.path("lines").asLong());
            shelf.take(out.resolve(file.path("place").asString()), kept.hash());
            files.add(kept);
        }
        return new CaseResult(
                verdict(ReportReader.read(report)),
                report,
                Files.readString(out.resolve(CaseAnalysis.MASKED)),
                Files.readString(out.resolve(CaseAnalysis.EXTRAS)),
                files);
    }

    /** Whether the answer itself is there, whole; what comes after it is written later. */
    static boolean hasReport(Path out) {
        return Files.exists(out.resolve(CaseAnalysis.READY));
    }

    static void clear(Path out) throws IOException {
        if (!Files.exists(out)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> list = Files.list(out)) {
            all = list.toList();
        }
        for (Path file : all) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(out);
    }
}
