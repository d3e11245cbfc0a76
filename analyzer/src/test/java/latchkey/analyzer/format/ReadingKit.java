package latchkey.analyzer.format;

import latchkey.analyzer.evidence.Entry;
import latchkey.analyzer.evidence.Fact;
import latchkey.analyzer.evidence.Level;
import latchkey.analyzer.evidence.Line;
import latchkey.analyzer.evidence.Mark;
import latchkey.analyzer.evidence.Sink;
import latchkey.analyzer.intake.Item;
import latchkey.analyzer.intake.RefusedException;
import latchkey.rules.rule.SourceKind;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Files, formats and a sink to try the reader with. */
final class ReadingKit {
    private ReadingKit() {}

    /** A log with the headers of the guest agent. */
    static final class Agent implements LineFormat {
        @Override
        public SourceKind kind() {
            return new SourceKind("agent-log");
        }

        @Override
        public int recognises(Peek peek) {
            return peek.baseName().startsWith("waappagent") ? 90 : 0;
        }

        @Override
        public List<String> landmarks() {
            return List.of("a landmark of agents");
        }

        @Override
        public @Nullable Header header(String line) {
            var stamp = Stamp.in(line, 0);
            if (stamp == null || !line.startsWith(" [", stamp.end())) {
                return null;
            }
            var level = line.startsWith(" [ERROR]", stamp.end()) ? Level.ERROR : Level.INFO;
            return new Header(stamp.time(), level, stamp.end() + 9);
        }

        @Override
        public void read(Entry entry, Sink sink) {
            sink.fact(new Fact("landmark", "seen", entry.time(), entry.quoteAt(0)));
        }
    }

    /** A document whose values are its lines. */
    static final class Values implements DocumentFormat {
        @Override
        public SourceKind kind() {
            return new SourceKind("values");
        }

        @Override
        public int recognises(Peek peek) {
            return peek.baseName().endsWith(".values") ? 50 : 0;
        }

        @Override
        public void read(Page page) {
            for (int number = 1; number <= page.lineCount(); number++) {
                var lines = List.of(new Line(number, page.lineText(number)));
                page.entry(
                        new Entry(
                                kind(),
                                page.file(),
                                lines,
                                page.lineText(number),
                                "/",
                                Map.of(),
                                null,
                                null,
                                null));
            }
        }
    }

    /** Keeps all it is given. */
    static final class Kept implements Sink {
        final List<Entry> entries = new ArrayList<>();
        final List<List<Integer>> anchors = new ArrayList<>();
        final List<Fact> facts = new ArrayList<>();

        @Override
        public void entry(Entry entry, Set<Integer> found) {
            entries.add(entry);
            anchors.add(List.copyOf(found));
        }

        @Override
        public void mark(Mark mark) {}

        @Override
        public void fact(Fact fact) {
            facts.add(fact);
        }

        List<Integer> linesHolding(String text) {
            return entries.stream()
                    .flatMap(entry -> entry.lines().stream())
                    .filter(line -> line.text().contains(text))
                    .map(Line::number)
                    .toList();
        }
    }

    static final class Bytes implements Item {
        private final String name;
        private final byte[] bytes;

        Bytes(String name, byte[] bytes) {
            this.name = name;
            this.bytes = bytes.clone();
        }

        Bytes(String name, String text) {
            this(name, text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    /** Hands out a text and then refuses to go on. */
    record Refusing(String text, String because) implements Item {
        @Override
        public String name() {
            return "WaAppAgent.log";
        }

        @Override
        public long size() {
            return -1;
        }

        @Override
        public InputStream open() {
            var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            return new InputStream() {
                @Override
                public int read() throws IOException {
                    var one = new byte[1];
                    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
                }

                @Override
                public int read(byte[] into, int from, int length) throws IOException {
                    int read = bytes.read(into, from, length);
                    if (read < 0) {
                        throw new RefusedException(because);
                    }
                    return read;
                }
            };
        }
    }

    /** The same line again and again. */
    record Repeated(String name, String line, int times) implements Item {
        @Override
        public long size() {
            return -1;
        }

        @Override
        public InputStream open() {
            return new InputStream() {
                private final byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
                private long given;

                @Override
                public int read() {
                    throw new UnsupportedOperationException("reads blocks only");
                }

                @Override
                public int read(byte[] into, int from, int length) {
                    if (given == (long) bytes.length * times) {
                        return -1;
                    }
                    int at = (int) (given % bytes.length);
                    int part = Math.min(length, bytes.length - at);
                    System.arraycopy(bytes, at, into, from, part);
                    given += part;
                    return part;
                }
            };
        }
    }

    /**
     * Records with and without continuation lines, LF and CRLF mixed, some lines holding the
     * anchor.
     */
    static String randomLog(Random random, int size, String anchor) {
        var log = new StringBuilder();
        int second = 0;
        while (log.length() < size) {
            var time =
                    String.format(
                            Locale.ROOT,
                            "[05/09/2018 %02d:%02d:%02d.30]",
                            second / 3600 % 24,
                            second / 60 % 60,
                            second % 60);
            second++;
            log.append("[00000007] ")
                    .append(time)
                    .append(" [INFO]  ")
                    .append("word ".repeat(random.nextInt(30)));
            for (int lines = random.nextInt(4) == 0 ? random.nextInt(90) : 0; lines > 0; lines--) {
                maybe(random, log, anchor);
                log.append(random.nextBoolean() ? "\n" : "\r\n")
                        .append("   at Frame.Of(Größe ")
                        .append(lines)
                        .append(')');
            }
            maybe(random, log, anchor);
            log.append(random.nextBoolean() ? "\n" : "\r\n")
                    .append(random.nextInt(20) == 0 ? "\n" : "");
        }
        if (random.nextBoolean()) {
            log.append("no end of line, ").append(anchor);
        }
        return log.toString();
    }

    static List<Integer> linesHolding(String[] lines, String text) {
        var numbers = new ArrayList<Integer>();
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].contains(text)) {
                numbers.add(i + 1);
            }
        }
        return numbers;
    }

    private static void maybe(Random random, StringBuilder log, String anchor) {
        if (random.nextInt(2400) == 0) {
            log.append(anchor);
        }
    }
}
