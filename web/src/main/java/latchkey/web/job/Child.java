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
    public Child {
        command = List.copyOf(command);
    }

    ProcessBuilder process(Path out, List<Path> files) {
        List<String> words = new ArrayList<>(command);
        words.add(out.toString());
        files.forEach(file -> words.add(file.toString()));
        return new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD);
    }
}
