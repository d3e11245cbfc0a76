package latchkey.web.cli;

import latchkey.web.job.Child;

import java.nio.file.Path;
import java.util.List;

/** How this very program is started again for one analysis. */
public final class ChildCommand {
    private static final String MEMORY = "-Xmx256m";

    private ChildCommand() {}

    public static List<String> ofThisProcess() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(
                java,
                MEMORY,
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                Child.QUICK,
                "-Xshare:auto",
                "-Xlog:disable",
                "-cp",
                System.getProperty("java.class.path"),
                "latchkey.analyzer.cli.Latchkey",
                "analyse-case");
    }
}
