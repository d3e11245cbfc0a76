package latchkey.analyzer.cli;

import latchkey.analyzer.evidence.Coverage;
import latchkey.analyzer.report.Report;
import latchkey.analyzer.report.face.Format;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

import java.io.IOException;
import java.util.List;

/** {@code triage}: everything given is one machine. */
final class TriageCommand implements Command {

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                Specs.command(
                        "Name the root cause, the lines that prove it, and the fixes that still"
                                + " work.",
                        "latchkey triage vm1.zip",
                        "latchkey triage C-drive/ activity-log.json --set rg=prod --set vm=vm1",
                        "latchkey triage - < pasted-error.txt",
                        "latchkey triage vm1.zip --format html -o vm1.html");
        spec.usageMessage()
                .footer(
                        "",
                        "Exit codes: 0 healthy or resolved, 1 cause found, 2 wrong usage, 3 nothing"
                                + " could be read,",
                        "4 something failed and no cause could be named.");
        spec.addPositional(
                Specs.paths(
                        0,
                        "Folders, archives (zip, 7z, tar, gz), files, or - for standard input: all "
                                + "of one machine."));
        Options.addOutput(spec, "text|json|md|html|sarif|junit");
        Options.addTriage(spec);
        return spec;
    }

    @Override
    public int run(ParseResult given, Console console) throws IOException, UsageException {
        Options options = new Options(given, console);
        Format format = options.format();
        boolean colour = options.colour();
        List<String> paths = options.paths(0);
        Result.refuseOverwriting(options, paths);
        Report report = options.engine().answer(options.request(paths)).report();
        Result.write(options, out -> format.face(colour).print(report, out));
        return exitCode(report);
    }

    static int exitCode(Report report) {
        return switch (report.outcome()) {
            case HEALTHY, RESOLVED -> Latchkey.DONE;
            case CAUSE_FOUND -> Latchkey.FOUND;
            case UNKNOWN_FAILURE, INSUFFICIENT_EVIDENCE, OUT_OF_SCOPE ->
                    nothingRead(report) ? Latchkey.UNREADABLE : Latchkey.UNDECIDED;
        };
    }

    /** Whether not one file gave up anything. */
    static boolean nothingRead(Report report) {
        return report.coverage().stream()
                .allMatch(
                        file ->
                                file.read() == Coverage.Read.REFUSED
                                        || file.read() == Coverage.Read.UNKNOWN_KIND);
    }
}
