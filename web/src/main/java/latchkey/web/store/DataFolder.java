package latchkey.web.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** The folder everything lies in, held by one process at a time and read by its owner only. */
public final class DataFolder implements AutoCloseable {
    private final Path root;
    private final FileChannel lockFile;

    private DataFolder(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    public static DataFolder open(Path root) throws IOException {
        createPrivate(root);
        FileChannel channel =
                FileChannel.open(
                        root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw held(root);
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw held(root);
        } catch (StoreRefusedException e) {
            channel.close();
            throw e;
        }
        DataFolder folder = new DataFolder(root.toRealPath(), channel);
        for (String name : new String[] {"uploads", "originals", "files", "work", "index"}) {
            createPrivate(folder.root.resolve(name));
        }
        Durable.removeTree(folder.root.resolve("work"));
        createPrivate(folder.root.resolve("work"));
        return folder;
    }

    private static StoreRefusedException held(Path root) {
        return new StoreRefusedException(
                "Another Latchkey uses "
                        + root
                        + ": stop it first, or give this one a folder of its own with --data.");
    }

    private static void createPrivate(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    Path root() {
        return root;
    }

    boolean hasDatabase() {
        return Files.exists(database());
    }

    /** Which store the files in this folder belong to. */
    Optional<String> mark() throws IOException {
        Path file = root.resolve("home");
        return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    }

    void mark(String id) throws IOException {
        Path fresh = Files.writeString(root.resolve("home.new"), id + "\n");
        Durable.place(fresh, root.resolve("home"));
    }

    Path database() {
        return root.resolve("cases.db");
    }

    public Path index() {
        return root.resolve("index");
    }

    public Path log() {
        return root.resolve("latchkey-%g.log");
    }

    Path files() {
        return root.resolve("files");
    }

    Path uploads() {
        return root.resolve("uploads");
    }

    /** What was handed in, until its analysis is over or for as long as the person keeps it. */
    Path originals(String caseId) {
        return root.resolve("originals").resolve(caseId);
    }

    Path allOriginals() {
        return root.resolve("originals");
    }

    /** Where one analysis writes; empty after every start. */
    public Path work(String caseId) {
        return root.resolve("work").resolve(caseId);
    }

    long usableSpace() throws IOException {
        return Files.getFileStore(root).getUsableSpace();
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
