package latchkey.analyzer.cli;

import latchkey.analyzer.report.face.Visible;
import latchkey.rules.rule.Cause;
import latchkey.rules.rule.Proof;
import latchkey.rules.rule.Rule;
import latchkey.rules.rule.RuleId;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/** {@code explain}: the page of a rule, or a cause with the rules that stand for it. */
final class ExplainCommand implements Command {

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                Specs.command(
                        "Show the page of a rule or a cause.",
                        "latchkey explain VMA-001              what it means, how to confirm by"
                                + " hand, how to fix",
                        "latchkey explain password-policy      the cause and the rules that prove"
                                + " it");
        spec.addPositional(Specs.argument(0, "ID", "The id of a rule or of a cause."));
        Options.addOutput(spec, "text|md");
        Options.addPacks(spec);
        return spec;
    }

    @Override
    public int run(ParseResult given, Console console) throws IOException, UsageException {
        Options options = new Options(given, console);
        options.choice("--format", List.of("text", "md"), "text");
        String id = given.matchedPositionalValue(0, "");
        Knowledge knowledge = Knowledge.of(options.packs());
        String upper = id.toUpperCase(Locale.ROOT);
        Cause cause = knowledge.causes().get(id.toLowerCase(Locale.ROOT));
        Rule rule = RuleId.isWellFormed(upper) ? knowledge.rules().get(new RuleId(upper)) : null;
        if (rule != null) {
            String page = knowledge.page(rule.id()).orElse("# " + upper);
            Result.write(options, out -> lines(withProof(page, rule.proof()), out));
        } else if (cause != null) {
            Result.write(options, out -> lines(page(cause, knowledge), out));
        } else {
            throw new UsageException(
                    "There is no rule and no cause named '" + id + "'.",
                    "Try 'latchkey rules list'.");
        }
        return Latchkey.DONE;
    }

    private static String withProof(String page, Proof proof) {
        String sentence =
                switch (proof) {
                    case REPORTED -> "Reported: people described this failure.";
                    case DOCUMENTED -> "Documented: the vendor's pages describe this failure.";
                    case SIMULATED ->
                            "Simulated: the rule finds this failure when it is played, and is"
                                    + " silent when it is not.";
                    case CAPTURED -> "Captured: the rule finds this failure in a real bundle.";
                    case CURED ->
                            "Cured: the rule finds this failure when it is played, is silent when"
                                    + " it is not, and its first fix leads out.";
                };
        return page.strip() + "\n\n## Proof\n" + sentence + "\n";
    }

    private static String page(Cause cause, Knowledge knowledge) {
        StringBuilder page =
                new StringBuilder("# " + cause.title() + "\n\n" + cause.meaning() + "\n");
        page.append("\n## How to tell it from others\n\n").append(cause.distinguish()).append('\n');
        page.append("\n## Rules that prove it\n\n");
        for (Rule rule : knowledge.rulesOf(cause.id())) {
            page.append("- ").append(rule.id()).append(' ').append(rule.title()).append('\n');
        }
        if (!cause.docs().isEmpty()) {
            page.append("\n## References\n\n");
            cause.docs().forEach(link -> page.append("- ").append(link).append('\n'));
        }
        return page.toString();
    }

    private static void lines(String text, Writer out) throws IOException {
        for (String line : text.strip().lines().toList()) {
            out.write(Visible.of(line) + "\n");
        }
    }
}
