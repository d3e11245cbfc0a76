package latchkey.analyzer.cli;

import latchkey.analyzer.report.Report;
import latchkey.analyzer.report.face.Comparison;
import latchkey.analyzer.report.face.ReportReader;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code diff}: two bundles or two JSON reports of one machine. */
final class DiffCommand implements Command {

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                Specs.command(
                        "Compare two bundles or two JSON reports of one machine: cured, new,"
                                + " unchanged.",
                        "latchkey diff monday.zip tuesday.zip",
                        "latchkey diff before.json after.json");
        spec.usageMessage().footer("", "Exit codes: 0 everything is cured, 1 something is not.");
        spec.addPositional(Specs.argument(0, "BEFORE", "A bundle or a JSON report from before."));
        spec.addPositional(Specs.argument(1, "AFTER", "A bundle or a JSON report from after."));
        Options.addOutput(spec, "text|json");
        Options.addTriage(spec);
        return spec;
    }

    @Override
    public int run(ParseResult given, Console console) throws IOException, UsageException {
        Options options = new Options(given, console);
        boolean json = options.choice("--format", List.of("text", "json"), "text").equals("json");
        Report before = report(given.matchedPositionalValue(0, ""), options);
        Report after = report(given.matchedPositionalValue(1, ""), options);
        if (unreadable(before) || unreadable(after)) {
            console.say("One of the two could not be read at all.");
            return Latchkey.UNREADABLE;
        }
        Comparison comparison = Comparison.of(before, after);
        Result.write(options, out -> print(comparison, json, out));
        return comparison.isCured() ? Latchkey.DONE : Latchkey.FOUND;
    }

    private static void print(Comparison comparison, boolean json, Writer out) throws IOException {
        if (json) {
            comparison.printJson(out);
        } else {
            comparison.printText(out);
        }
    }

    private static boolean unreadable(Report report) {
        return !report.coverage().isEmpty() && TriageCommand.nothingRead(report);
    }

    private static Report report(String path, Options options) throws IOException, UsageException {
        Path file = Options.path(path);
        if (!Files.exists(file)) {
            throw new UsageException(path + " does not exist.", "Give a bundle or a JSON report.");
        }
        if (Files.isRegularFile(file) && looksLikeReport(file)) {
            return ReportReader.read(Files.readString(file));
        }
        return options.engine().answer(options.request(List.of(path))).report();
    }

    private static boolean looksLikeReport(Path file) throws IOException {
        if (Files.size(file) > ReportReader.LIMIT) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return ReportReader.looksLikeReport(in.readNBytes(512));
        }
    }
}
