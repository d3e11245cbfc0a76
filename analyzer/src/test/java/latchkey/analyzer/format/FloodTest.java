package latchkey.analyzer.format;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.analyzer.evidence.Entry;
import latchkey.analyzer.evidence.Line;
import latchkey.analyzer.format.ReadingKit.Bytes;
import latchkey.analyzer.format.ReadingKit.Kept;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

class FloodTest {
    private static final String HOT = "has exited with Exit code";
    private static final String RARE = "password is too short";

    private final Reader reader = new Reader(List.of(new ReadingKit.Agent()), List.of(HOT, RARE));

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void seesTheFirstAndTheLastOfWhatRecurs(String end) throws IOException {
        // Given
        var lines = new ArrayList<String>();
        for (int i = 0; i < 20_000; i++) {
            lines.add(header(i) + "Command " + i + " of Contoso.Größe " + HOT + ": 0");
            lines.add("   at frame " + i);
        }

        // When
        var kept = read(lines, end);

        // Then
        var seen = kept.linesHolding(HOT);
        assertThat(seen).hasSizeLessThan(300).isSorted().doesNotHaveDuplicates();
        for (int i = 0; i < Flood.OFTEN; i++) {
            assertThat(seen.get(i)).isEqualTo(2 * i + 1);
        }
        for (int i = 1; i <= Flood.LAST; i++) {
            assertThat(seen.get(seen.size() - i)).isEqualTo(40_001 - 2 * i);
        }
        assertThat(kept.entries)
                .allSatisfy(
                        entry -> {
                            assertThat(entry.lines()).hasSize(2);
                            assertThat(entry.time()).isNotNull();
                            assertQuoted(entry, lines);
                        });
        assertThat(kept.anchors).allMatch(List.of(0)::equals);
    }

    @Test
    void seesWhatReadsDifferentlyInTheMiddleOfAFlood() throws IOException {
        // Given
        var lines = new ArrayList<String>();
        for (int i = 0; i < 20_000; i++) {
            var code = i == 11_111 ? "-3" : "0";
            lines.add(
                    header(i)
                            + "Command "
                            + i
                            + " "
                            + HOT
                            + ": "
                            + code
                            + (i == 15_000 ? ", " + RARE : ""));
        }

        // When
        var kept = read(lines, "\n");

        // Then
        assertThat(kept.linesHolding(": -3")).containsExactly(11_112);
        assertThat(kept.linesHolding(RARE)).containsExactly(15_001);
        assertThat(kept.entries).allSatisfy(entry -> assertQuoted(entry, lines));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void staysWithinItsLimitsWhenNothingReadsAlike(long seed) throws IOException {
        // Given
        var random = new Random(seed);
        var lines = new ArrayList<String>();
        for (int i = 0; i < 30_000; i++) {
            var word = new StringBuilder();
            for (int letter = 0; letter < 8; letter++) {
                word.append((char) ('a' + random.nextInt(26)));
            }
            lines.add(header(i) + word + " " + HOT + ": 0");
        }

        // When
        var kept = read(lines, "\n");

        // Then
        assertThat(kept.entries).as("seed %d", seed).hasSizeLessThan(2_500);
        assertThat(kept.linesHolding(HOT)).as("seed %d", seed).startsWith(1, 2, 3).contains(30_000);
    }

    private Kept read(List<String> lines, String end) throws IOException {
        var kept = new Kept();
        reader.read(new Bytes("WaAppAgent.log", String.join(end, lines)), kept);
        return kept;
    }

    private static void assertQuoted(Entry entry, List<String> lines) {
        for (Line line : entry.lines()) {
            assertThat(line.text()).isEqualTo(lines.get(line.number() - 1));
        }
    }

    private static String header(int second) {
        return String.format(
                Locale.ROOT,
                "[00000007] [05/09/2018 %02d:%02d:%02d.30] [INFO]  ",
                second / 3600 % 24,
                second / 60 % 60,
                second % 60);
    }
}
