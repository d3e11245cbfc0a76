package latchkey.analyzer.cli;

import latchkey.analyzer.report.TriageResult;
import latchkey.analyzer.report.face.Visible;
import latchkey.rules.rule.RuleId;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code why-not}: the clause that kept a rule from firing, and the line or the missing source
 * behind it.
 */
final class WhyNotCommand implements Command {

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                Specs.command(
                        "Say why a rule did not fire: the clause, and the line or the missing"
                                + " source behind it.",
                        "latchkey why-not VMA-001 vm1.zip");
        spec.addPositional(Specs.argument(0, "RULE", "The id of a rule, such as VMA-001."));
        spec.addPositional(Specs.paths(1, "The same paths as for triage."));
        Options.addOutput(spec, "text");
        Options.addTriage(spec);
        return spec;
    }

    @Override
    public int run(ParseResult given, Console console) throws IOException, UsageException {
        Options options = new Options(given, console);
        options.choice("--format", List.of("text"), "text");
        RuleId id = ruleId(given.matchedPositionalValue(0, ""));
        List<String> paths = options.paths(1);
        TriageResult result = options.engine().answer(options.request(paths));
        Optional<String> answer = result.whyNot(id);
        if (answer.isEmpty()) {
            throw new UsageException("There is no rule " + id + ".", "Try 'latchkey rules list'.");
        }
        Result.write(
                options,
                out -> {
                    for (String line : answer.get().strip().lines().toList()) {
                        out.write(Visible.of(line) + "\n");
                    }
                });
        return TriageCommand.nothingRead(result.report()) ? Latchkey.UNREADABLE : Latchkey.DONE;
    }

    static RuleId ruleId(String text) throws UsageException {
        String upper = text.toUpperCase(Locale.ROOT);
        if (!RuleId.isWellFormed(upper)) {
            throw new UsageException(
                    "'" + text + "' is not the id of a rule.",
                    "Ids look like VMA-001; try 'latchkey rules list'.");
        }
        return new RuleId(upper);
    }
}
