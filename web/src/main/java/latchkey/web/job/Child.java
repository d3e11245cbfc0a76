package latchkey.web.job;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How the process of an analysis is started and held.
 *
 * @param command program and arguments, before the folder of results and the files
 * @param limit what an analysis may take
 * @param atOnce analyses side by side
 */
public record Child(List<String> command, Duration limit, int atOnce) {
    /** Option of the JVM that a short analysis is started with. */
    public static final String QUICK = "-XX:TieredStopAtLevel=1";

    private static final long MUCH = 16L << 20;

    public Child {
        command = List.copyOf(command);
    }

    /** The second compiler pays off only where there is much to read. */
    ProcessBuilder process(Path out, List<Path> files, long bytes) {
        List<String> words = new ArrayList<>(command);
        if (bytes > MUCH) {
            words.remove(QUICK);
        }
        words.add(out.toString());
        files.forEach(file -> words.add(file.toString()));
        return new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD);
    }
}
