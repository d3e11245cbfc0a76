package latchkey.analyzer.cli;

import latchkey.analyzer.report.EmptyReport;
import latchkey.analyzer.report.Report;
import latchkey.analyzer.report.Triage;
import latchkey.analyzer.report.TriageRequest;
import latchkey.analyzer.report.face.JsonFace;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** {@code batch}: many machines, one JSON line each, in the order of names or lines. */
final class BatchCommand implements Command {

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                Specs.command(
                        "Triage many machines: one line of JSON for each, the whole report with the"
                                + " case's id in front.",
                        "latchkey batch bundles/ > answers.jsonl         every direct child of the"
                                + " folder is one case",
                        "latchkey batch tickets.jsonl -o answers.jsonl   every line with id and raw"
                                + " is one case");
        spec.addPositional(
                Specs.paths(
                        0, "Folders whose children are cases, .jsonl files, or single bundles."));
        Options.addOutput(spec, "json");
        Options.addTriage(spec);
        return spec;
    }

    @Override
    public int run(ParseResult given, Console console) throws IOException, UsageException {
        Options options = new Options(given, console);
        options.choice("--format", List.of("json"), "json");
        List<String> paths = options.paths(0);
        Result.refuseOverwriting(options, paths);
        TriageRequest request = options.request(paths);
        Triage engine = options.engine();
        Result.write(
                options,
                out -> {
                    Cases cases = new Cases(engine, request, out);
                    for (String path : paths) {
                        cases.under(path);
                    }
                });
        return Latchkey.DONE;
    }

    /** Writes the line of each case as soon as it is known. */
    private record Cases(Triage engine, TriageRequest request, Writer out) {

        void under(String path) throws IOException {
            Path place = Path.of(path);
            if (path.equals("-")) {
                lines(request.stdin() == null ? InputStream.nullInputStream() : request.stdin());
            } else if (Files.isDirectory(place)) {
                for (Path child : childrenOf(place)) {
                    one(nameOf(child), child.toString(), null);
                }
            } else if (path.toLowerCase(Locale.ROOT).endsWith(".jsonl")) {
                try (InputStream in = Files.newInputStream(place)) {
                    lines(in);
                }
            } else {
                one(nameOf(place), path, null);
            }
        }

        private static String nameOf(Path path) {
            Path name = path.toAbsolutePath().normalize().getFileName();
            return name == null ? path.toString() : name.toString();
        }

        private static List<Path> childrenOf(Path folder) throws IOException {
            try (Stream<Path> children = Files.list(folder)) {
                return children.sorted((left, right) -> nameOf(left).compareTo(nameOf(right)))
                        .toList();
            }
        }

        private void lines(InputStream in) throws IOException {
            CaseLines lines = new CaseLines(in);
            for (CaseLines.Line line = lines.next(); line != null; line = lines.next()) {
                switch (line) {
                    case CaseLines.Line.Case one ->
                            one(
                                    one.id(),
                                    "-",
                                    new ByteArrayInputStream(
                                            one.raw().getBytes(StandardCharsets.UTF_8)));
                    case CaseLines.Line.Broken broken ->
                            print(broken.id(), EmptyReport.refused("stdin", broken.because()));
                }
            }
        }

        private void one(String id, String path, @Nullable InputStream text) throws IOException {
            Report report;
            try {
                report = engine.answer(request.about(path, text)).report();
            } catch (IOException e) {
                report = EmptyReport.refused(path.equals("-") ? "stdin" : id, Reasons.of(e));
            }
            print(id, report);
        }

        private void print(String id, Report report) throws IOException {
            new JsonFace().printLine(id, report, out);
        }
    }
}
