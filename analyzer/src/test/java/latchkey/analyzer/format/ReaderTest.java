package latchkey.analyzer.format;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.analyzer.evidence.Coverage;
import latchkey.analyzer.evidence.Entry;
import latchkey.analyzer.evidence.Level;
import latchkey.analyzer.evidence.Line;
import latchkey.analyzer.format.ReadingKit.Bytes;
import latchkey.analyzer.format.ReadingKit.Kept;
import latchkey.analyzer.intake.Item;
import latchkey.analyzer.intake.RefusedException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class ReaderTest {
    private static final String ANCHOR = "password is too short";
    private static final String HEADER = "[00000007] [05/09/2018 13:52:12.30] [INFO]  ";

    private final Reader reader =
            new Reader(List.of(new ReadingKit.Agent()), List.of("another anchor", ANCHOR));

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void numbersLinesAsANaiveReaderDoes(long seed) throws IOException {
        // Given
        var random = new Random(seed);
        var log = ReadingKit.randomLog(random, 1_500_000, ANCHOR);
        var lines = log.split("\r?\n", -1);

        // When
        var kept = new Kept();
        var coverage = reader.read(new Bytes("WaAppAgent.log", log), kept);

        // Then
        int expected = lines[lines.length - 1].isEmpty() ? lines.length - 1 : lines.length;
        assertThat(coverage.lines()).as("seed %d", seed).isEqualTo(expected);
        assertThat(kept.linesHolding(ANCHOR))
                .as("seed %d", seed)
                .isEqualTo(ReadingKit.linesHolding(lines, ANCHOR));
        for (Entry entry : kept.entries) {
            for (Line line : entry.lines()) {
                assertThat(line.text())
                        .as("seed %d, line %d", seed, line.number())
                        .isEqualTo(lines[line.number() - 1]);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"491520", "524288"})
    void findsARecordWholeWhereverTheBlocksBorderCutsIt(int border) throws IOException {
        // Given
        for (int shift = -150; shift <= 50; shift += 2) {
            var log = new StringBuilder();
            var filler = HEADER + "all is well\n";
            while (log.length() + filler.length() < border + shift) {
                log.append(filler);
            }
            log.append("x".repeat(border + shift - log.length() - 1)).append('\n');
            log.append(HEADER)
                    .append("before\n   at Frame.One()\n   the ")
                    .append(ANCHOR)
                    .append("\n   at Frame.Two()\n");
            log.append(filler.repeat(1200));

            // When
            var kept = new Kept();
            reader.read(new Bytes("WaAppAgent.log", log.toString()), kept);

            // Then
            assertThat(kept.entries)
                    .as("shift %d", shift)
                    .singleElement()
                    .satisfies(
                            entry -> {
                                assertThat(entry.lines()).hasSize(4);
                                assertThat(entry.text())
                                        .startsWith(HEADER + "before\n")
                                        .endsWith("Frame.Two()");
                            });
            assertThat(kept.anchors).containsExactly(List.of(1));
        }
    }

    @Test
    void givesARecordItsTimeLevelAndRun() throws IOException {
        // Given
        var log =
                "cut off\r\n[00000007] [05/09/2018 13:52:12.30] [ERROR] the "
                        + ANCHOR
                        + ": another anchor\r\n   at Frame";

        // When
        var kept = new Kept();
        var coverage =
                reader.read(
                        new Bytes(
                                "Logs/Plugins/Microsoft.Compute.VMAccessAgent/2.4.11/WaAppAgent.log",
                                log),
                        kept);

        // Then
        assertThat(kept.entries)
                .singleElement()
                .satisfies(
                        entry -> {
                            assertThat(entry.time())
                                    .isEqualTo(Instant.parse("2018-05-09T13:52:12.300Z"));
                            assertThat(entry.level()).isEqualTo(Level.ERROR);
                            assertThat(entry.run())
                                    .hasToString(
                                            "RunKey[handler=Microsoft.Compute.VMAccessAgent,"
                                                    + " version=2.4.11, sequence=null]");
                            assertThat(entry.lines())
                                    .extracting(Line::number)
                                    .containsExactly(2, 3);
                            assertThat(entry.quoteAt(entry.text().indexOf("Frame")).line())
                                    .isEqualTo(3);
                        });
        assertThat(kept.anchors).containsExactly(List.of(0, 1));
        assertThat(coverage.lines()).isEqualTo(3);
        assertThat(coverage.unparsed()).isEqualTo(1);
        assertThat(coverage.from()).isEqualTo(Instant.parse("2018-05-09T13:52:12.300Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void findsHitsInTheFirstAndTheLastLineWhateverEndsThem(String end) throws IOException {
        // Given
        var log = HEADER + ANCHOR + end + HEADER + "well" + end + HEADER + ANCHOR;

        // When
        var kept = new Kept();
        var coverage = reader.read(new Bytes("WaAppAgent.log", log), kept);

        // Then
        assertThat(kept.linesHolding(ANCHOR)).containsExactly(1, 3);
        assertThat(kept.entries).extracting(Entry::text).containsOnly(HEADER + ANCHOR);
        assertThat(coverage.lines()).isEqualTo(3);
    }

    /** Some are more than a block of the window holds. */
    @ParameterizedTest
    @ValueSource(ints = {1, 511, 5000, 600_000, 3_000_000})
    void dropsNulsAtTheTailAndInside(int nuls) throws IOException {
        // Given
        var log =
                HEADER
                        + "the password"
                        + "\0".repeat(nuls)
                        + " is too short\n"
                        + HEADER
                        + "well\n"
                        + "\0".repeat(nuls);

        // When
        var kept = new Kept();
        var coverage = reader.read(new Bytes("WaAppAgent.log", log), kept);

        // Then
        assertThat(kept.linesHolding(ANCHOR)).containsExactly(1);
        assertThat(coverage.lines()).isEqualTo(2);
        assertThat(coverage.read()).isEqualTo(Coverage.Read.WHOLE);
    }

    @Test
    void looksAtAVeryLongLineInPieces() throws IOException {
        // Given
        var log =
                HEADER
                        + "well\n"
                        + HEADER
                        + "é".repeat(800_000)
                        + ANCHOR
                        + "é".repeat(800_000)
                        + ANCHOR
                        + "\n"
                        + HEADER
                        + ANCHOR;

        // When
        var kept = new Kept();
        var coverage = reader.read(new Bytes("WaAppAgent.log", log), kept);

        // Then
        assertThat(coverage.lines()).isEqualTo(3);
        assertThat(coverage.gaps()).anyMatch(note -> note.startsWith("Line 2 is longer"));
        assertThat(kept.linesHolding(ANCHOR)).containsExactly(2, 2, 3);
        assertThat(kept.entries).allMatch(entry -> entry.text().length() <= 2 * Window.PIECE);
        assertThat(kept.entries.getFirst().lines().getLast().text()).doesNotContain("\ufffd");
    }

    @Test
    void findsAnAnchorAtEveryPlaceAroundTheCutOfALongLine() throws IOException {
        for (int shift = -40; shift <= 40; shift++) {
            // Given
            var line = "x".repeat(3 * Window.PIECE + shift - 12) + ANCHOR + "y".repeat(600_000);

            // When
            var kept = new Kept();
            reader.read(new Bytes("WaAppAgent.log", HEADER + "\n" + line), kept);

            // Then
            assertThat(kept.entries)
                    .as("shift %d", shift)
                    .isNotEmpty()
                    .allMatch(entry -> entry.text().contains(ANCHOR));
        }
    }

    @Test
    void keepsWhatWasReadBeforeALimitWasHit() throws IOException {
        // Given
        var log = HEADER + ANCHOR + "\n" + (HEADER + "well\n").repeat(30_000);

        // When
        var kept = new Kept();
        var coverage =
                reader.read(
                        new ReadingKit.Refusing(log, "The archive unpacks to more than 1 GB."),
                        kept);

        // Then
        assertThat(kept.linesHolding(ANCHOR)).containsExactly(1);
        assertThat(coverage.read()).isEqualTo(Coverage.Read.PART);
        assertThat(coverage.because()).isEqualTo("The archive unpacks to more than 1 GB.");
        assertThat(coverage.lines()).isEqualTo(30_001);
    }

    @Test
    void saysThatAFileIsRefusedWhichCannotBeOpened() throws IOException {
        // Given
        var item =
                new Item() {
                    @Override
                    public String name() {
                        return "a.zip!/b";
                    }

                    @Override
                    public long size() {
                        return -1;
                    }

                    @Override
                    public InputStream open() throws IOException {
                        throw new RefusedException("Too deep.");
                    }
                };

        // When
        var coverage = reader.read(item, new Kept());

        // Then
        assertThat(coverage.read()).isEqualTo(Coverage.Read.REFUSED);
        assertThat(coverage.because()).isEqualTo("Too deep.");
    }

    @Test
    void noticesClockJumpsAndMissingSpans() throws IOException {
        // Given
        var log =
                """
                [00000007] [05/09/2018 13:52:12.30] [INFO]  one
                [00000007] [05/09/2018 13:00:00.00] [INFO]  two
                [00000007] 2018-05-09T18:00:00.5Z [INFO]  three
                """;

        // When
        var coverage = reader.read(new Bytes("WaAppAgent.log", log), new Kept());

        // Then
        assertThat(coverage.gaps())
                .containsExactly(
                        "The clock goes back from 2018-05-09T13:52:12.300Z to 2018-05-09T13:00:00Z"
                                + " at line 2.",
                        "Nothing was logged from 2018-05-09T13:00:00Z to 2018-05-09T18:00:00.500Z,"
                                + " before line 3.");
    }

    @Test
    void tellsLandmarksToTheFormatAloneAndOnlyToTheirOwn() throws IOException {
        // Given
        var log = HEADER + "a landmark of agents\n";

        // When
        var agent = new Kept();
        reader.read(new Bytes("WaAppAgent.log", log), agent);

        // Then
        assertThat(agent.anchors).containsExactly(List.of());
        assertThat(agent.facts).hasSize(1);
    }

    @Test
    void doesNotReadBinaryFiles() throws IOException {
        // Given
        var random = new Random(5);
        var bytes = new byte[50_000];
        random.nextBytes(bytes);

        // When
        var coverage = reader.read(new Bytes("System.dat", bytes), new Kept());

        // Then
        assertThat(coverage.read()).isEqualTo(Coverage.Read.UNKNOWN_KIND);
        assertThat(coverage.kind()).isEqualTo(Reader.UNKNOWN);
    }

    @Test
    void readsAnEmptyFileWhole() throws IOException {
        // When
        var coverage = reader.read(new Bytes("x.log", ""), new Kept());

        // Then
        assertThat(coverage.read()).isEqualTo(Coverage.Read.WHOLE);
        assertThat(coverage.lines()).isZero();
    }

    @Test
    void findsWrappedWordsInAPastedTextAndQuotesTheirLine() throws IOException {
        // Given
        var text =
                "Long running operation failed\r\n"
                        + "because the password\r\n"
                        + "    is too\r\n"
                        + "    short for it\r\n\r\n"
                        + "Another paragraph";

        // When
        var kept = new Kept();
        reader.read(new Bytes("stdin", text), kept);

        // Then
        assertThat(kept.entries).hasSize(2);
        assertThat(kept.anchors).containsExactly(List.of(1), List.of());
        var entry = kept.entries.getFirst();
        assertThat(entry.quoteAt(entry.text().indexOf("password")).line()).isEqualTo(2);
        assertThat(entry.quoteAt(entry.text().indexOf("short")).text())
                .isEqualTo("    short for it");
    }

    @Test
    void passesOnAllLinesOfAModerateTextButOnlyHitsOfALargeOne() throws IOException {
        // Given
        var moderate = "line of text\n".repeat(8000) + "[WARN] last";
        var large = "line of text\n".repeat(80_000) + ANCHOR;

        // When
        var all = new Kept();
        reader.read(new Bytes("a.txt", moderate), all);
        var hits = new Kept();
        reader.read(new Bytes("b.txt", large), hits);

        // Then
        assertThat(all.entries).hasSize(8001);
        assertThat(all.entries.getLast().level()).isEqualTo(Level.WARN);
        assertThat(hits.entries)
                .singleElement()
                .satisfies(
                        entry ->
                                assertThat(entry.lines())
                                        .containsExactly(new Line(80_001, ANCHOR)));
    }

    @Test
    void readsADocumentWithItsLines() throws IOException {
        // Given
        var documents = new Reader(List.of(new ReadingKit.Values()), List.of(ANCHOR));

        // When
        var kept = new Kept();
        var coverage =
                documents.read(new Bytes("0.values", "first\n\0" + ANCHOR + "\nthird"), kept);

        // Then
        assertThat(coverage.lines()).isEqualTo(3);
        assertThat(kept.anchors).containsExactly(List.of(), List.of(0), List.of());
    }

    @Test
    void readsMuchTextToItsLastLine() throws IOException {
        // Given
        var line = HEADER + "all is well and will be for long\n";
        var endless = new ReadingKit.Repeated("WaAppAgent.log", line, 600_000);

        // When
        var kept = new Kept();
        var coverage = reader.read(endless, kept);

        // Then
        assertThat(coverage.lines()).isEqualTo(600_000);
        assertThat(new ArrayList<>(kept.entries)).isEmpty();
    }
}
