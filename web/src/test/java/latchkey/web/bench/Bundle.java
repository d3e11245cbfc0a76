package latchkey.web.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A bundle about as large as asked: the sample of the checkout with days of an agent's log. */
final class Bundle {
    private static final Path SAMPLE = Path.of("../samples/locked-out-vm");

    static final String LAST = "this is the last line of the log";

    private Bundle() {}

    /** Not packed any tighter, so that as many bytes are read as were sent; no two are the same. */
    static Path write(Path file, int bytes, long seed) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            try (Stream<Path> walk = Files.walk(SAMPLE)) {
                for (Path one : walk.filter(Files::isRegularFile).sorted().toList()) {
                    String name = SAMPLE.relativize(one).toString().replace('\\', '/');
                    zip.putNextEntry(new ZipEntry(name));
                    Files.copy(one, zip);
                }
            }
            zip.putNextEntry(new ZipEntry("WindowsAzure/Logs/WaAppAgent.001.log"));
            log(zip, bytes, new Random(seed));
        }
        return file;
    }

    /** Nothing but a log that ends with {@link #LAST}. */
    static Path log(Path file, long bytes) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            log(out, bytes, new Random(1));
            out.write((LAST + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        return file;
    }

    private static void log(OutputStream out, long bytes, Random lots) throws IOException {
        long written = 0;
        long millis = 0;
        while (written < bytes) {
            millis += lots.nextInt(400);
            String line =
                    String.format(
                            Locale.ROOT,
                            "[%08d] [10/05/2026 %02d:%02d:%02d.%02d] [INFO]  Goal state processed,"
                                    + " incarnation %d, container %s.%n",
                            lots.nextInt(64),
                            millis / 3_600_000 % 24,
                            millis / 60_000 % 60,
                            millis / 1000 % 60,
                            millis / 10 % 100,
                            lots.nextInt(10_000),
                            Long.toHexString(lots.nextLong()));
            byte[] text = line.getBytes(StandardCharsets.US_ASCII);
            out.write(text);
            written += text.length;
        }
    }
}
