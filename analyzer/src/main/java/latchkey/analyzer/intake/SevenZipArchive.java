package latchkey.analyzer.intake;

import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;

/**
 * Lists a 7z archive. Its files are packed one after another in one stream, so all of them are
 * unpacked once, in order, to the spool; reading one later costs nothing.
 */
final class SevenZipArchive {
    /** The largest dictionary of 7-Zip's own presets is 64 MiB; its state comes on top. */
    private static final int MEMORY_KIB = 160 * 1024;

    private SevenZipArchive() {}

    static void list(Bytes bytes, Shelf shelf, Spool spool, Budget.Meter meter) throws IOException {
        try (SeekableByteChannel channel = bytes.open();
                SevenZFile archive =
                        Guarded.guarded(
                                () ->
                                        SevenZFile.builder()
                                                .setSeekableByteChannel(channel)
                                                .setMaxMemoryLimitKiB(MEMORY_KIB)
                                                .get())) {
            long unpacked = 0;
            SevenZArchiveEntry entry = next(archive);
            while (entry != null && shelf.takesMore()) {
                unpacked += entry(archive, entry, new Target(shelf, spool, meter, unpacked));
                entry = next(archive);
            }
        }
    }

    /** Where entries go, and how much came before them. */
    private record Target(Shelf shelf, Spool spool, Budget.Meter meter, long before) {}

    @SuppressWarnings("NullAway") // the library says the end with null
    private static SevenZArchiveEntry next(SevenZFile archive) throws RefusedException {
        return Guarded.guarded(archive::getNextEntry);
    }

    private static long entry(SevenZFile archive, SevenZArchiveEntry entry, Target target)
            throws IOException {
        String name = entry.getName() == null ? "" : entry.getName();
        if (entry.isDirectory()) {
            return 0;
        }
        if (!entry.hasStream()) {
            target.shelf.file(Member.stored(name, new byte[0], Bytes.ofMemory(new byte[0]), 0));
            return 0;
        }
        Bytes kept = target.spool.keep(new Counted(archive, target));
        byte[] head;
        try (InputStream stream = kept.stream()) {
            head = stream.readNBytes(Kind.HEAD);
        }
        target.shelf.file(Member.stored(name, head, kept, kept.size()));
        return kept.size();
    }

    /** The bytes of the current entry, counted on top of those before it. */
    private static final class Counted extends InputStream {
        private final SevenZFile archive;
        private final Target target;
        private long total;

        Counted(SevenZFile archive, Target target) {
            this.archive = archive;
            this.target = target;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int got = Guarded.guarded(() -> archive.read(into, offset, length));
            total += Math.max(0, got);
            target.meter.reached(target.before + total);
            return got;
        }
    }
}
