package latchkey.web.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/** {@code latchkey open}: the same door, with local files already handed in. */
@Command(
        name = "open",
        description = "Open local files in the browser, without an upload: all of one machine.",
        footer = {"", "Examples:", "  latchkey open vm1.zip", "  latchkey open C-drive/ error.txt"})
public final class OpenCommand implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Folders, archives, files.")
    private List<Path> paths = List.of();

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Where to listen (default: 8080; 0 for any that is free).")
    private @Nullable Integer port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where cases are kept (default: .latchkey in your home).")
    private @Nullable Path data;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Override
    public Integer call() {
        return Serving.run(
                Objects.requireNonNull(spec), new Serving.Options(null, port, data, null), paths);
    }
}
