package latchkey.analyzer.report;

import org.jspecify.annotations.Nullable;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What to look at and how.
 *
 * @param paths folders, archives, files, or {@code -} for {@code stdin}
 * @param packs folders of rules beside those of the program
 * @param redact whether identities are masked too; secrets always are
 * @param slots values for proposed commands, by slot name
 */
public record TriageRequest(
        List<String> paths,
        @Nullable InputStream stdin,
        List<Path> packs,
        @Nullable Instant since,
        @Nullable Instant until,
        boolean redact,
        Map<String, String> slots,
        int threads,
        Progress progress) {
    public TriageRequest {
        paths = List.copyOf(paths);
        packs = List.copyOf(packs);
        slots = Collections.unmodifiableMap(new TreeMap<>(slots));
    }

    /** The same questions about other paths. */
    public TriageRequest about(String path, @Nullable InputStream text) {
        return new TriageRequest(
                List.of(path), text, packs, since, until, redact, slots, threads, progress);
    }
}
