package latchkey.web.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/** {@code latchkey serve}. */
@Command(
        name = "serve",
        description = "Open the door in the browser: drop logs, see the cause, send the fix.",
        footer = {
            "",
            "Examples:",
            "  latchkey serve",
            "  latchkey serve --port 9090 --data /srv/latchkey",
            "  latchkey serve --config /etc/latchkey.yaml",
            "",
            "Listens on this machine only, and answers to whoever has the token in the printed"
                    + " address, unless --config says how people sign in."
        })
public final class ServeCommand implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings of a team: database, sign-in, address (see web/README.md).")
    private @Nullable Path config;

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
            names = "--keep-days",
            paramLabel = "N",
            description = "Delete cases for good N days after their analysis (default: never).")
    private @Nullable Integer keepDays;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Override
    public Integer call() {
        return Serving.run(
                Objects.requireNonNull(spec),
                new Serving.Options(config, port, data, keepDays),
                List.of());
    }
}
