package latchkey.analyzer.cli;

import latchkey.analyzer.redaction.BundleRedaction;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code redact}: the same bundle with secrets and identities replaced by stable tokens. */
final class RedactCommand implements Command {

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                Specs.command(
                        "Copy a bundle with secrets and identities replaced by stable tokens, so"
                                + " that it can be shared.",
                        "latchkey redact vm1.zip -o vm1-redacted.zip");
        spec.addPositional(Specs.argument(0, "PATH", "The bundle or file to copy."));
        spec.addOption(Specs.value("-o,--output", "OUT", "Where the copy goes; required."));
        spec.addOption(Specs.flag("-q,--quiet", "Say nothing on standard error but errors."));
        spec.addOption(Specs.help());
        return spec;
    }

    @Override
    public int run(ParseResult given, Console console) throws IOException, UsageException {
        Options options = new Options(given, console);
        String in = given.matchedPositionalValue(0, "");
        Path out = options.output();
        if (out == null) {
            throw new UsageException(
                    "-o is missing: where should the copy go?", "Try 'latchkey redact --help'.");
        }
        if (!Files.exists(Options.path(in))) {
            throw new UsageException(in + " does not exist.", null);
        }
        if (Files.exists(out)) {
            throw new UsageException(out + " is there already.", "Choose another name.");
        }
        BundleRedaction.Summary summary = BundleRedaction.redact(Options.path(in), out);
        if (!options.quiet()) {
            int masked = summary.counts().values().stream().mapToInt(Integer::intValue).sum();
            console.say(summary.files() + " files copied, " + masked + " values masked.");
            summary.leftOut().forEach(file -> console.say("left out: " + file));
        }
        return summary.files() == 0 ? Latchkey.UNREADABLE : Latchkey.DONE;
    }
}
