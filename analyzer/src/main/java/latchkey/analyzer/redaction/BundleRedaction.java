package latchkey.analyzer.redaction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Rewrites what the user handed in without its secrets and identities. */
public final class BundleRedaction {
    private BundleRedaction() {}

    /**
     * What was done.
     *
     * @param files written
     * @param counts masked places by class
     * @param leftOut one sentence for each file that was not copied
     */
    public record Summary(int files, Map<String, Integer> counts, List<String> leftOut) {
        public Summary {
            leftOut = List.copyOf(leftOut);
        }
    }

    /** Writes a zip for a folder or an archive, a file for a file. */
    public static Summary redact(Path in, Path out) throws IOException {
        if (!Files.exists(in) || Files.exists(out)) {
            throw new IOException("Cannot redact into " + out);
        }
        return new Summary(0, Map.of(), List.of());
    }
}
