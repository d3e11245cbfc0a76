package latchkey.simulator.guest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files of the system drive that anybody here reads. Paths are written as Windows writes them,
 * from {@code C:\} on; letter case is kept and ignored.
 */
public final class FileTree {
    /**
     * One file.
     *
     * @param path as it was first written
     * @param content its bytes
     * @param writtenAt by the guest's clock
     */
    public record Entry(String path, byte[] content, Instant writtenAt) {
        /** The content as UTF-8. */
        public String text() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    private final Map<String, Entry> files = new TreeMap<>();
    private final Guest guest;

    FileTree(Guest guest) {
        this.guest = guest;
    }

    /** Writes a file whole, as UTF-8; one that is there is replaced. */
    public void write(String path, String text) {
        write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file whole; one that is there is replaced. */
    public void write(String path, byte[] content) {
        String key = key(path);
        Entry former = files.get(key);
        String written = former == null ? path : former.path();
        files.put(key, new Entry(written, content.clone(), guest.clock()));
    }

    /** The file there. */
    public Optional<Entry> read(String path) {
        return Optional.ofNullable(files.get(key(path)));
    }

    /** Removes a file, or a folder with everything below it. */
    public void remove(String path) {
        String key = key(path);
        files.keySet().removeIf(k -> k.equals(key) || k.startsWith(key + "\\"));
    }

    /**
     * Gives a file another name; what was there is replaced. Nothing happens when it is missing.
     */
    public void move(String from, String to) {
        Entry entry = files.remove(key(from));
        if (entry != null) {
            files.put(key(to), new Entry(to, entry.content(), entry.writtenAt()));
        }
    }

    /** Files below a folder, in order of their paths. */
    public List<Entry> below(String folder) {
        String prefix = key(folder) + "\\";
        List<Entry> found = new ArrayList<>();
        files.forEach(
                (key, entry) -> {
                    if (key.startsWith(prefix)) {
                        found.add(entry);
                    }
                });
        return found;
    }

    private static String key(String path) {
        String folded = path.toLowerCase(Locale.ROOT).replace('/', '\\');
        return folded.endsWith("\\") ? folded.substring(0, folded.length() - 1) : folded;
    }
}
