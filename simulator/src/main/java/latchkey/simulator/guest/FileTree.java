package latchkey.simulator.guest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

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

    private static final String ANY = "*";

    private final Map<String, Entry> files = new TreeMap<>();
    private final Map<String, String> denied = new TreeMap<>();
    private final Map<String, List<Instant>> rotations = new TreeMap<>();
    private final Set<String> torn = new TreeSet<>();
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

    /**
     * Writes as a program of SYSTEM does: rights and room are asked first.
     *
     * @return what it was refused with, or nothing when it was written
     */
    public Optional<Win32Error> put(String path, String text) {
        if (isDenied(path)) {
            return Optional.of(Win32Error.ACCESS_DENIED);
        }
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        if (guest.freeBytes() < content.length) {
            return Optional.of(Win32Error.DISK_FULL);
        }
        String key = key(path);
        write(path, isTorn(key) ? Arrays.copyOf(content, content.length / 2) : content);
        return Optional.empty();
    }

    /** Takes SYSTEM's rights on a folder away. */
    public void deny(String folder) {
        denied.put(key(folder), folder);
    }

    /** Gives SYSTEM its rights on a folder back. */
    public void allow(String folder) {
        denied.remove(key(folder));
    }

    /** Folders on which SYSTEM has no rights. */
    public List<String> denied() {
        return List.copyOf(denied.values());
    }

    /** Whether SYSTEM has no rights there. */
    public boolean isDenied(String path) {
        String key = key(path);
        return denied.keySet().stream()
                .anyMatch(folder -> key.equals(folder) || key.startsWith(folder + "\\"));
    }

    /** From now on such files are cut off half way when programs write them. */
    public void tear(String part, String ending) {
        torn.add(key(part) + ANY + key(ending));
    }

    /** Such files are written whole again. */
    public void mend(String part, String ending) {
        torn.remove(key(part) + ANY + key(ending));
    }

    private boolean isTorn(String key) {
        return torn.stream()
                .anyMatch(
                        pattern -> {
                            int any = pattern.indexOf(ANY);
                            return key.contains(pattern.substring(0, any))
                                    && key.endsWith(pattern.substring(any + 1));
                        });
    }

    /** A log reached its limit: what it holds so far belongs to its predecessor from now on. */
    public void rotate(String path) {
        rotations.computeIfAbsent(key(path), k -> new ArrayList<>()).add(guest.worldTime());
    }

    /** When a log was rotated, by the world's time, oldest first. */
    public List<Instant> rotations(String path) {
        return List.copyOf(rotations.getOrDefault(key(path), List.of()));
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
