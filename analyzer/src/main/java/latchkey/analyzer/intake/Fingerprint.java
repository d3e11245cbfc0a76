package latchkey.analyzer.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.FutureTask;

/** Computes hashes of inputs on a thread of its own while their files are read. */
final class Fingerprint implements AutoCloseable {
    private static final int BLOCK = 1 << 20;

    private final FutureTask<String> task;

    private Fingerprint(Hashing hashing) {
        task = new FutureTask<>(() -> HexFormat.of().formatHex(hashing.digest()));
        Thread thread = new Thread(task, "fingerprint");
        thread.setDaemon(true);
        thread.start();
    }

    /** All bytes of a file: the hash that every other tool prints. */
    static Fingerprint ofBytes(Bytes bytes) {
        return new Fingerprint(
                () -> {
                    MessageDigest digest = sha256();
                    try (InputStream stream = bytes.stream()) {
                        byte[] block = new byte[BLOCK];
                        int got = stream.read(block);
                        while (got >= 0 && !Thread.currentThread().isInterrupted()) {
                            digest.update(block, 0, got);
                            got = stream.read(block);
                        }
                    }
                    return digest.digest();
                });
    }

    /**
     * A folder has no hash that other tools know, so ours may be quick: of each file in the order
     * of names its name, its size, its first and its last MiB.
     */
    static Fingerprint ofFolder(List<Folder.Found> files) {
        return new Fingerprint(
                () -> {
                    MessageDigest digest = sha256();
                    for (Folder.Found file : files) {
                        digest.update(
                                (file.name() + "\0" + file.size() + "\0")
                                        .getBytes(StandardCharsets.UTF_8));
                        ends(digest, Bytes.ofFile(file.path()));
                    }
                    return digest.digest();
                });
    }

    /** Waits for the hash; empty when the input went away meanwhile. */
    String hex() {
        try {
            return task.get();
        } catch (java.util.concurrent.ExecutionException | CancellationException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    @Override
    public void close() {
        task.cancel(true);
    }

    /** Computes a hash. */
    @FunctionalInterface
    private interface Hashing {
        byte[] digest() throws IOException;
    }

    private static void ends(MessageDigest digest, Bytes file) throws IOException {
        byte[] block = new byte[(int) Math.min(BLOCK, file.size())];
        try (SeekableByteChannel channel = file.open()) {
            digest.update(block, 0, ChannelStream.readAt(channel, 0, block, block.length));
            if (file.size() > block.length) {
                long last = Math.max(block.length, file.size() - BLOCK);
                int length = (int) (file.size() - last);
                digest.update(block, 0, ChannelStream.readAt(channel, last, block, length));
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
