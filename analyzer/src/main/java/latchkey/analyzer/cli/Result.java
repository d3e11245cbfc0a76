package latchkey.analyzer.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where a result goes: standard output, or the file of {@code -o}. */
final class Result {
    private Result() {}

    /** Writes one result. */
    interface Printing {
        void to(Writer out) throws IOException;
    }

    static void write(Options options, Printing printing) throws IOException, UsageException {
        Path file = options.output();
        if (file == null) {
            printing.to(options.console().out());
            options.console().flush();
            return;
        }
        try (Writer out =
                new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8)) {
            printing.to(out);
        } catch (FileSystemException e) {
            throw new UsageException("Cannot write " + file + ": " + Reasons.of(e), null);
        }
        if (!options.quiet()) {
            options.console().say("written to " + file);
        }
    }

    /** Refuses to write over what is read. */
    static void refuseOverwriting(Options options, List<String> inputs)
            throws IOException, UsageException {
        Path file = options.output();
        if (file == null || !Files.exists(file)) {
            return;
        }
        for (String input : inputs) {
            if (!input.equals("-") && Files.isSameFile(Options.path(input), file)) {
                throw new UsageException(
                        "-o " + file + " would write over the input.", "Choose another file.");
            }
        }
    }
}
