package latchkey.web.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Words in the database and files beside it, kept in step: a file is on the disk before a row names
 * it, and a row is gone before its files are. What a death in between leaves over is swept at the
 * next start.
 */
public final class Vault implements AutoCloseable {
    private final DataFolder folder;
    private final CaseStore cases;
    private final Trainings trainings;
    private final AccessStore access;
    private final Shelf shelf;
    private final Limits limits;
    private final InstantSource clock;

    private Vault(DataFolder folder, Database database, Limits limits, InstantSource clock)
            throws IOException {
        this.folder = folder;
        this.cases = new SqlCaseStore(database, clock);
        this.trainings = new Trainings(database, clock);
        this.access = new SqlAccessStore(database);
        this.shelf = new Shelf(folder.files());
        this.limits = limits;
        this.clock = clock;
        sweep();
    }

    /** Cases in a file in that folder. */
    public static Vault open(DataFolder folder, Limits limits, InstantSource clock)
            throws IOException {
        return open(folder, Database.sqlite(folder.database()), limits, clock);
    }

    /** Cases in a database of the team, their files in that folder. */
    public static Vault open(
            DataFolder folder, PostgresAccount account, Limits limits, InstantSource clock)
            throws IOException {
        return open(folder, Database.postgres(account), limits, clock);
    }

    private static Vault open(
            DataFolder folder, Database database, Limits limits, InstantSource clock)
            throws IOException {
        try {
            new Pairing(database, folder).check();
            return new Vault(folder, database, limits, clock);
        } catch (StoreRefusedException | IOException e) {
            database.close();
            throw e;
        }
    }

    public CaseStore cases() {
        return cases;
    }

    public Trainings trainings() {
        return trainings;
    }

    /** The cases as a person sees them. */
    public AccessStore access() {
        return access;
    }

    public InstantSource clock() {
        return clock;
    }

    public Shelf shelf() {
        return shelf;
    }

    public DataFolder folder() {
        return folder;
    }

    public Limits limits() {
        return limits;
    }

    /** A file that came in, not yet part of a case. */
    public record Arrived(String name, Path file) {}

    /** Writes a stream to disk; nothing stays behind when it breaks off or is too long. */
    public Arrived receive(String name, InputStream stream) throws IOException {
        requireSpace(0);
        Path file = folder.uploads().resolve(Ids.fresh());
        try {
            copy(stream, file, limits.caseBytes());
            Durable.sync(file);
            return new Arrived(name, file);
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private void copy(InputStream stream, Path file, long limit) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long all = 0;
        try (OutputStream out =
                Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (int got = stream.read(buffer); got >= 0; got = stream.read(buffer)) {
                all += got;
                if (all > limit) {
                    throw new TooMuchException(
                            "More than " + (limit >> 20) + " MB cannot be taken in here.");
                }
                if ((all >> 24) != ((all - got) >> 24)) {
                    requireDisk(0);
                }
                out.write(buffer, 0, got);
            }
        }
    }

    private void requireSpace(long more) throws IOException {
        if (more + cases.bytesWaiting() > limits.allBytes()) {
            throw new TooMuchException(
                    "Too much waits for its analysis already; try again in a while.");
        }
        requireDisk(more);
    }

    private void requireDisk(long more) throws IOException {
        if (folder.usableSpace() - more < limits.freeSpace()) {
            throw new TooMuchException(
                    "The disk of the server is nearly full; delete cases or make room first.");
        }
    }

    /**
     * Makes a case of what arrived; when this returns, the case survives anything. Until the row is
     * written the pieces stay what they were, so that an acknowledged upload is never lost.
     */
    public String admit(String owner, String name, boolean keepsOriginals, List<Arrived> arrived)
            throws IOException {
        String id = Ids.fresh();
        List<CaseInput> inputs = new ArrayList<>();
        Path room = folder.originals(id);
        for (Arrived one : arrived) {
            CaseInput input = CaseInput.of(one.name(), Files.size(one.file()));
            Durable.link(one.file(), original(room, inputs.size(), input));
            inputs.add(input);
        }
        Files.createDirectories(room);
        Durable.syncFolder(room);
        Durable.syncFolder(folder.allOriginals());
        cases.add(new NewCase(id, owner, name, keepsOriginals, inputs));
        for (Arrived one : arrived) {
            abandon(one.file().getFileName().toString());
        }
        return id;
    }

    /**
     * Makes a case of files and folders of this machine, which are read where they are and never
     * touched.
     */
    public String admitInPlace(String name, List<Path> paths) throws IOException {
        List<CaseInput> inputs = new ArrayList<>();
        for (Path path : paths) {
            Path whole = path.toRealPath();
            long bytes = Files.isRegularFile(whole) ? Files.size(whole) : 0;
            inputs.add(new CaseInput(String.valueOf(whole.getFileName()), whole.toString(), bytes));
        }
        String id = Ids.fresh();
        cases.add(new NewCase(id, Person.LOCAL.id(), name, false, inputs));
        return id;
    }

    private static Path original(Path room, int ordinal, CaseInput input) {
        Path place = Path.of(input.place());
        return place.isAbsolute()
                ? place
                : room.resolve(String.valueOf(ordinal)).resolve(input.place());
    }

    /** What was handed in, as files; empty when it is not kept any more. */
    public List<Path> originals(String id) {
        List<Path> paths = new ArrayList<>();
        List<CaseInput> inputs = cases.inputs(id);
        for (int i = 0; i < inputs.size(); i++) {
            Path path = original(folder.originals(id), i, inputs.get(i));
            if (Files.exists(path)) {
                paths.add(path);
            }
        }
        return paths;
    }

    public void dropOriginals(String id) throws IOException {
        Durable.removeTree(folder.originals(id));
    }

    /** Puts the texts of a result on the shelf. */
    @FunctionalInterface
    public interface Keeping {
        CaseResult on(Shelf shelf) throws IOException;
    }

    /** Keeps a result; no deletion takes a text away between the shelf and the row. */
    public boolean finish(String id, Keeping keeping) throws IOException {
        synchronized (shelf) {
            return cases.finish(id, keeping.on(shelf));
        }
    }

    /** Deletes a case for good: rows, texts that no other case needs, originals. */
    public boolean delete(String id) throws IOException {
        Set<String> mine = new HashSet<>();
        boolean deleted;
        synchronized (shelf) {
            cases.files(id).forEach(file -> mine.add(file.hash()));
            deleted = cases.delete(id);
            mine.removeAll(cases.hashes());
            for (String hash : mine) {
                shelf.remove(hash);
            }
        }
        dropOriginals(id);
        Durable.removeTree(folder.work(id));
        return deleted;
    }

    /** Announces a file that will come in pieces. */
    public Upload announce(String owner, String name, long size) throws IOException {
        if (size > limits.caseBytes()) {
            throw new TooMuchException(
                    "More than " + (limits.caseBytes() >> 20) + " MB cannot be taken in here.");
        }
        long open = cases.uploads().stream().filter(one -> one.owner().equals(owner)).count();
        if (open >= limits.openUploads()) {
            throw new TooMuchException("Too many uploads are open; finish or wait for one.");
        }
        requireSpace(size);
        Upload upload = new Upload(Ids.fresh(), owner, name, size, clock.instant());
        Files.createFile(folder.uploads().resolve(upload.id()));
        Durable.syncFolder(folder.uploads());
        cases.addUpload(upload);
        return upload;
    }

    public long received(Upload upload) throws IOException {
        return Files.size(folder.uploads().resolve(upload.id()));
    }

    /** Adds a piece that begins where the last one ended; what returned is on the disk. */
    public long append(Upload upload, InputStream piece) throws IOException {
        Path file = folder.uploads().resolve(upload.id());
        long before = Files.size(file);
        try {
            copy(piece, file, upload.size() - before);
        } finally {
            Durable.sync(file);
        }
        return Files.size(file);
    }

    /** A complete upload becomes a file that arrived; empty while pieces are missing. */
    public Optional<Arrived> complete(Upload upload) throws IOException {
        Path file = folder.uploads().resolve(upload.id());
        return Files.size(file) == upload.size()
                ? Optional.of(new Arrived(upload.name(), file))
                : Optional.empty();
    }

    public void abandon(String uploadId) throws IOException {
        cases.removeUpload(uploadId);
        Files.deleteIfExists(folder.uploads().resolve(uploadId));
    }

    /** Removes what a death left between a row and its files, and what nobody goes on with. */
    private void sweep() throws IOException {
        Instant stale = clock.instant().minus(limits.staleUpload());
        Set<String> open = new HashSet<>();
        for (Upload upload : cases.uploads()) {
            boolean isThere = Files.exists(folder.uploads().resolve(upload.id()));
            if (!isThere || upload.created().isBefore(stale)) {
                cases.removeUpload(upload.id());
            } else {
                open.add(upload.id());
            }
        }
        removeOthers(folder.uploads(), open);
        removeOthers(folder.allOriginals(), cases.caseIds());
        for (String id : cases.caseIds()) {
            if (cases.find(id).filter(row -> isReadUp(row, stale)).isPresent()) {
                dropOriginals(id);
            }
        }
        shelf.keepOnly(cases.hashes());
    }

    /** What failed or was cancelled can be tried again for a day; it lies unmasked meanwhile. */
    private static boolean isReadUp(CaseRow row, Instant stale) {
        boolean isOld =
                row.state().isOver() && row.finished() != null && row.finished().isBefore(stale);
        return !row.keepsOriginals() && (row.state() == CaseState.DONE || isOld);
    }

    private static void removeOthers(Path parent, Set<String> known) throws IOException {
        List<Path> children;
        try (Stream<Path> list = Files.list(parent)) {
            children = list.toList();
        }
        for (Path child : children) {
            if (!known.contains(child.getFileName().toString())) {
                Durable.removeTree(child);
            }
        }
    }

    @Override
    public void close() throws IOException {
        cases.close();
        folder.close();
    }
}
