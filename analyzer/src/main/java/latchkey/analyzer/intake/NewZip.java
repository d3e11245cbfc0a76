package latchkey.analyzer.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a zip whose bytes depend on nothing but the names and contents given. */
public final class NewZip implements AutoCloseable {
    /** The first moment that a zip can tell. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;

    public NewZip(OutputStream out) {
        zip = new ZipOutputStream(out);
    }

    /** Writes one file. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    public void add(String name, Content content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        content.writeTo(zip);
        zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
