package latchkey.analyzer.cli;

import latchkey.analyzer.report.SampleRuns;
import latchkey.analyzer.report.Triage;
import latchkey.analyzer.report.face.RuleList;
import latchkey.analyzer.report.face.Visible;
import latchkey.rules.catalog.PackChecker;
import latchkey.rules.catalog.PackLoader;
import latchkey.rules.catalog.Problem;
import latchkey.rules.catalog.RefusedPackException;
import latchkey.rules.catalog.RuleTemplate;
import latchkey.rules.catalog.Sample;
import latchkey.rules.catalog.SampleSet;
import latchkey.rules.rule.Pack;
import latchkey.rules.rule.RuleId;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code rules}: the rule base, the checker of a pack, and a template. */
final class RulesCommand implements Command {

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                Specs.command(
                        "List the rules, check a pack of rules, or begin a new rule.",
                        "latchkey rules list",
                        "latchkey rules check my-pack/",
                        "latchkey rules new WIN-021 -o my-pack/");
        spec.addOption(Specs.help());
        spec.addSubcommand("list", Specs.line(listSpec()));
        spec.addSubcommand("check", Specs.line(checkSpec()));
        spec.addSubcommand("new", Specs.line(newSpec()));
        return spec;
    }

    private static CommandSpec listSpec() {
        CommandSpec spec = Specs.command("List all rules.", "latchkey rules list --format json");
        Options.addOutput(spec, "text|json");
        Options.addPacks(spec);
        return spec;
    }

    private static CommandSpec checkSpec() {
        CommandSpec spec =
                Specs.command(
                        "Check a pack of rules and list every problem at once.",
                        "latchkey rules check my-pack/");
        spec.usageMessage().footer("", "Exit codes: 0 no problem, 1 problems found.");
        spec.addPositional(Specs.argument(0, "DIR", "The folder of the pack."));
        Options.addOutput(spec, "text");
        return spec;
    }

    private static CommandSpec newSpec() {
        CommandSpec spec =
                Specs.command(
                        "Write the folder of a new rule from a template.",
                        "latchkey rules new WIN-021 -o my-pack/");
        spec.addPositional(Specs.argument(0, "ID", "The id: area and number, such as WIN-021."));
        spec.addOption(
                Specs.value(
                        "-o,--output",
                        "DIR",
                        "The pack it goes into (default: the current folder)."));
        spec.addOption(Specs.flag("-q,--quiet", "Say nothing on standard error but errors."));
        spec.addOption(Specs.help());
        return spec;
    }

    @Override
    public int run(ParseResult given, Console console) throws IOException, UsageException {
        ParseResult called = given.subcommand();
        if (called == null) {
            throw new UsageException(
                    "Say what to do: list, check or new.", "Try 'latchkey rules --help'.");
        }
        Options options = new Options(called, console);
        return switch (called.commandSpec().name()) {
            case "list" -> list(options);
            case "check" -> check(called, options);
            default -> create(called, options);
        };
    }

    private static int list(Options options) throws IOException, UsageException {
        boolean json = options.choice("--format", List.of("text", "json"), "text").equals("json");
        RuleList rules = new RuleList(Knowledge.of(options.packs()).rules().values());
        Result.write(options, json ? rules::printJson : rules::printText);
        return Latchkey.DONE;
    }

    private static int check(ParseResult given, Options options)
            throws IOException, UsageException {
        options.choice("--format", List.of("text"), "text");
        String folder = given.matchedPositionalValue(0, "");
        if (!Files.isDirectory(Options.path(folder))) {
            throw new UsageException(
                    folder + " is not a folder.", "Give the folder of a pack of rules.");
        }
        List<Problem> problems = problemsOf(Options.path(folder));
        Result.write(
                options,
                out -> {
                    for (Problem problem : problems) {
                        out.write(Visible.of(problem.toString()) + "\n");
                    }
                });
        if (!options.quiet()) {
            options.console()
                    .say(
                            problems.isEmpty()
                                    ? "no problem found."
                                    : problems.size() + " problems found.");
        }
        boolean wrong =
                problems.stream().anyMatch(problem -> problem.weight() == Problem.Weight.ERROR);
        return wrong ? Latchkey.FOUND : Latchkey.DONE;
    }

    /** The form first; samples are run only on a pack whose form is right. */
    private static List<Problem> problemsOf(Path folder) throws IOException {
        Pack core = PackLoader.core();
        List<Problem> problems = new ArrayList<>(PackChecker.check(folder, core, false));
        if (problems.stream().anyMatch(problem -> problem.weight() == Problem.Weight.ERROR)) {
            return problems;
        }
        try (SampleSet samples = SampleSet.below(folder)) {
            SampleRuns runs = new SampleRuns(Triage.with(List.of(folder)).pack());
            for (Sample sample : samples.samples()) {
                for (String disappointment : runs.problemsOf(sample)) {
                    problems.add(
                            new Problem(
                                    Problem.Weight.ERROR,
                                    sample.path().toString(),
                                    0,
                                    0,
                                    disappointment));
                }
            }
        } catch (RefusedPackException e) {
            problems.addAll(e.problems());
        }
        return problems;
    }

    private static int create(ParseResult given, Options options)
            throws IOException, UsageException {
        RuleId id = WhyNotCommand.ruleId(given.matchedPositionalValue(0, ""));
        Path pack = options.output();
        try {
            Path folder = RuleTemplate.write(pack == null ? Path.of("") : pack, id);
            if (!options.quiet()) {
                options.console().say("written to " + folder);
            }
        } catch (FileAlreadyExistsException e) {
            throw new UsageException(e.getFile() + " is there already.", "Choose another id.");
        }
        return Latchkey.DONE;
    }
}
