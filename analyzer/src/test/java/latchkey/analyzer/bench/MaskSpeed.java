package latchkey.analyzer.bench;

import latchkey.analyzer.intake.Item;
import latchkey.analyzer.redaction.MaskedText;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Masks one file as the server does before it keeps a text: {@code FILE [ROUNDS]}; prints megabytes
 * per second of processor time.
 */
final class MaskSpeed {
    private MaskSpeed() {}

    public static void main(String[] arguments) throws IOException {
        var file = Path.of(arguments[0]);
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
        double megabytes = Files.size(file) / 1e6;
        for (int round = 0; round < rounds; round++) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            MaskedText.copy(new OnDisk(file), OutputStream.nullOutputStream());
            double seconds =
                    (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9;
            System.out.printf("%.3f s, %.1f MB/s%n", seconds, megabytes / seconds);
        }
    }

    private record OnDisk(Path path) implements Item {
        @Override
        public String name() {
            return path.getFileName().toString();
        }

        @Override
        public long size() {
            return path.toFile().length();
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(path);
        }
    }
}
