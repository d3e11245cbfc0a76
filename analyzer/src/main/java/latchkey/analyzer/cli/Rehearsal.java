package latchkey.analyzer.cli;

import latchkey.analyzer.intake.NewZip;
import latchkey.analyzer.report.Triage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Runs the usual commands once over a sample and over made-up logs, so that a start-up archive
 * learns what real runs load and which code is hot in them. The launchers call it when they make
 * the archive; whatever fails in it only makes later starts slower.
 */
final class Rehearsal {
    /** Enough for the JVM to see what is hot, little enough for the first start. */
    private static final int ROUNDS = 6_000;

    private static final List<String> CHATTER =
            List.of(
                    "[INFO]  Start Workflow.",
                    "[HEART] WindowsAzureGuestAgent Heartbeat.",
                    "[INFO]  Testing http://168.63.129.16:80/machine?comp=goalstate, round %1$d",
                    "[INFO]  GetVersions() returned: 2015-04-05, 2012-11-30; preferred 2012-11-30",
                    "[INFO]  Fetching https://md%1$x.blob.core.windows.net/manifests/%1$d.xml",
                    "[WARN]  Retrying after transient failure, attempt %1$d",
                    "[INFO]  Set role state to Ready.");

    /** Names of logs; the first is written as a newer agent does, the last holds no error. */
    private static final String NEWER = "WaAppAgent.000.log";

    private static final String OLDER = "WaAppAgent.log";
    private static final String HEALTHY = "WaAppAgent.001.log";
    private static final List<String> LOGS = List.of(OLDER, NEWER);

    /** Nobody knows this one: the nearest known errors are looked up. */
    private static final String UNKNOWN =
            "[ERROR] Handler reported: the remote desktop could not return its certificate\n"
                    + "   at Sample.Worker.Run(Int32 id)\n";

    private final Path sample;
    private final Path room;

    private Rehearsal(Path sample, Path room) {
        this.sample = sample;
        this.room = room;
    }

    /**
     * @param args a folder with a bundle in which a cause is found
     */
    public static void main(String[] args) throws IOException {
        Path room = Files.createTempDirectory("latchkey-rehearsal-");
        try {
            new Rehearsal(Path.of(args[0]), room).play();
        } finally {
            try (Stream<Path> files = Files.walk(room)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        System.exit(0);
    }

    /** Only what most runs do: a class in the archive costs every start a little. */
    private void play() throws IOException {
        Triage.prepare();
        String known = sample.toString();
        String healthy = zip("healthy.zip", List.of(HEALTHY), false).toString();
        String unknown = zip("unknown.zip", LOGS, false).toString();
        String mixed = zip("mixed.zip", LOGS, true).toString();
        run("--version");
        run("triage", healthy, "--format", "json", "-o", room.resolve("healthy.json").toString());
        run("triage", unknown);
        run("triage", mixed, "--format", "json");
        run("triage", unknown, "--format", "json", "-o", room.resolve("report.json").toString());
        for (String face : List.of("text", "json")) {
            run("triage", known, "--format", face);
        }
    }

    private void run(String... args) {
        PrintStream nowhere =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        new Latchkey(System.getenv(), new Terminal(false, false))
                .run(args, nowhere, nowhere, InputStream.nullInputStream());
    }

    private Path zip(String name, List<String> logs, boolean withSample) throws IOException {
        Path path = room.resolve(name);
        try (NewZip zip = new NewZip(Files.newOutputStream(path))) {
            for (String log : logs) {
                zip.add(log, out -> log(out, log));
            }
            if (withSample) {
                try (Stream<Path> files = Files.walk(sample)) {
                    for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                        String inside = sample.relativize(file).toString().replace('\\', '/');
                        zip.add(inside, out -> Files.copy(file, out));
                    }
                }
            }
        }
        return path;
    }

    /** An ordinary log, with an error now and then. */
    private static void log(OutputStream out, String name) throws IOException {
        String head =
                name.equals(NEWER)
                        ? "[00000012] 2026-10-06T%s.000Z "
                        : "[00000012] [10/06/2026 %s.00] ";
        StringBuilder text = new StringBuilder();
        for (int round = 0; round < ROUNDS; round++) {
            int second = 6 * 3600 + round * 2;
            String time =
                    String.format(
                            Locale.ROOT,
                            "%02d:%02d:%02d",
                            second / 3600,
                            second / 60 % 60,
                            second % 60);
            String start = String.format(Locale.ROOT, head, time);
            for (String line : CHATTER) {
                text.append(start).append(String.format(Locale.ROOT, line, round)).append('\n');
            }
            if (round % 500 == 0 && !name.equals(HEALTHY)) {
                text.append(start).append(UNKNOWN);
            }
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
