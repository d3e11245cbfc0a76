package latchkey.web.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Texts by the hash of what they hold; the same text lies here once. */
public final class Shelf {
    private final Path root;

    Shelf(Path root) {
        this.root = root;
    }

    /** Takes a finished text and its marks from the folder of an analysis. */
    public void take(Path text, String hash) throws IOException {
        Path place = place(hash);
        if (!Files.exists(place)) {
            Durable.place(KeptText.marks(text), KeptText.marks(place));
            Durable.place(text, place);
        }
    }

    public KeptText text(String hash) {
        return new KeptText(place(hash));
    }

    /** Removes every text that is not among the needed. */
    void keepOnly(Set<String> needed) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(root)) {
            all = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : all) {
            String name = file.getFileName().toString();
            if (!needed.contains(name.replace(".lines", ""))) {
                Files.deleteIfExists(file);
            }
        }
    }

    void remove(String hash) throws IOException {
        Files.deleteIfExists(place(hash));
        Files.deleteIfExists(KeptText.marks(place(hash)));
    }

    private Path place(String hash) {
        if (!hash.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("no hash");
        }
        return root.resolve(hash.substring(0, 2)).resolve(hash);
    }
}
