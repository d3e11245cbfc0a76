package latchkey.web.cli;

import latchkey.web.job.CaseAnalysis;
import latchkey.web.job.CaseEvent;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/** The process of one analysis; the server starts it and reads what it tells, line by line. */
@Command(name = "analyse-case", hidden = true)
public final class AnalyseCaseCommand implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int CANNOT_READ = 66;

    @Spec private @Nullable CommandSpec spec;

    @Parameters(index = "0")
    private Path out = Path.of(".");

    @Parameters(index = "1..*", arity = "1..*")
    private List<String> paths = List.of();

    @Override
    public Integer call() {
        Orphan.endWithParent(System.in);
        PrintWriter told = Objects.requireNonNull(spec).commandLine().getOut();
        try {
            new CaseAnalysis(out, event -> tell(event, told)).run(paths);
            return DONE;
        } catch (IOException e) {
            return CANNOT_READ;
        }
    }

    private static synchronized void tell(CaseEvent event, PrintWriter told) {
        told.print("{\"kind\":\"" + event.kind() + "\",\"tells\":" + event.json() + "}\n");
        told.flush();
    }
}
