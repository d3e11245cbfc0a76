package latchkey.web.cli;

import latchkey.web.job.Child;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How this very program is started again for one analysis. */
public final class ChildCommand {
    private static final String MEMORY = "-Xmx256m";

    /** An analysis can wait a little, a page cannot; where there is no such program both wait. */
    private static final Path NICE = Path.of("/usr/bin/nice");

    private ChildCommand() {}

    public static List<String> ofThisProcess() {
        List<String> words = new ArrayList<>();
        if (Files.isExecutable(NICE)) {
            words.addAll(List.of(NICE.toString(), "-n", "10"));
        }
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(
                List.of(
                        MEMORY,
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        Child.QUICK,
                        "-Xlog:disable"));
        words.addAll(archive());
        words.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        "latchkey.analyzer.cli.Latchkey",
                        "analyse-case"));
        return List.copyOf(words);
    }

    /** The launcher's start-up archive, which halves what a short analysis costs. */
    private static List<String> archive() {
        String archive = System.getProperty("latchkey.archive", "");
        if (archive.isEmpty()) {
            return List.of("-Xshare:auto");
        }
        return archive.endsWith(".aot")
                ? List.of(
                        "-XX:AOTCache=" + archive,
                        "-XX:+UnlockDiagnosticVMOptions",
                        "-XX:-AOTReplayTraining")
                : List.of("-Xshare:auto", "-XX:SharedArchiveFile=" + archive);
    }
}
