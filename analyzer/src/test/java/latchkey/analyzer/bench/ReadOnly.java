package latchkey.analyzer.bench;

import latchkey.analyzer.evidence.Entry;
import latchkey.analyzer.evidence.Fact;
import latchkey.analyzer.evidence.Mark;
import latchkey.analyzer.evidence.Sink;
import latchkey.analyzer.format.Reader;
import latchkey.analyzer.intake.Item;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Reads one file with nothing but the scanner and the reader: {@code FILE ANCHORS [ROUNDS]}; prints
 * seconds of processor time.
 */
final class ReadOnly {
    private ReadOnly() {}

    public static void main(String[] arguments) throws IOException {
        var file = Path.of(arguments[0]);
        var anchors = Files.readAllLines(Path.of(arguments[1]));
        var reader = new Reader(List.of(), anchors);
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
        for (int round = 0; round < rounds; round++) {
            var count = new Count();
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            var coverage = reader.read(new OnDisk(file), count);
            double seconds =
                    (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9;
            System.out.printf(
                    "%.3f s, %d lines, %d entries%n", seconds, coverage.lines(), count.entries);
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

    private static final class Count implements Sink {
        private long entries;

        @Override
        public void entry(Entry entry, Set<Integer> found) {
            entries++;
        }

        @Override
        public void mark(Mark mark) {}

        @Override
        public void fact(Fact fact) {}
    }
}
