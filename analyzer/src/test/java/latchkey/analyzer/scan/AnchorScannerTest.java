package latchkey.analyzer.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

class AnchorScannerTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void findsExactlyWhatTheNaiveSearchFinds(long seed) {
        // Given
        var random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            var anchors = randomAnchors(random);
            var block = randomBlock(random, anchors);
            int from = random.nextInt(Math.min(block.length, 20) + 1);
            int to = block.length - random.nextInt(Math.min(block.length - from, 20) + 1);

            // When
            var found = new ArrayList<String>();
            AnchorScanner.of(anchors)
                    .scan(block, from, to, (at, anchor) -> found.add(at + ":" + anchor));

            // Then
            assertThat(found)
                    .as("seed %d, round %d", seed, round)
                    .containsExactlyInAnyOrderElementsOf(naive(anchors, block, from, to));
        }
    }

    @Test
    void findsAnAnchorAtEveryPlaceOfAShortBlock() {
        // Given
        var scanner = scanner("0x800708C5");
        for (int before = 0; before < 70; before++) {
            for (int after = 0; after < 40; after++) {
                var text = "x".repeat(before) + "0X800708c5" + "y".repeat(after);

                // When
                var found = scanner.anchorsIn(text);

                // Then
                assertThat(found).as("%d before, %d after", before, after).containsExactly(0);
            }
        }
    }

    @Test
    void doesNotTakeSignsForLettersThoughTheyDifferInOneBit() {
        // Given
        var scanner = scanner("[handler]@start", "no\u0000break\u0000here");

        // When
        var found = scanner.anchorsIn("{handler}`start no break here");

        // Then
        assertThat(found).isEmpty();
        assertThat(scanner.anchorsIn("[HANDLER]@Start")).containsExactly(0);
    }

    @Test
    void keepsTheCaseOfLettersBeyondAscii() {
        // Given
        var scanner = scanner("Ungültiges Kennwort", "パスワードが正しくありません");

        // When
        var found = scanner.anchorsIn("UNGüLTIGES KENNWORT: パスワードが正しくありません");

        // Then
        assertThat(found).containsExactly(0, 1);
        assertThat(scanner.anchorsIn("UNGÜLTIGES KENNWORT")).isEmpty();
    }

    @Test
    void reportsEqualAnchorsUnderEachOfTheirIds() {
        assertThat(
                        scanner("password-policy", "Password-Policy", "something else")
                                .anchorsIn("a password-policy b"))
                .containsExactly(0, 1);
    }

    @Test
    void findsNothingWithoutAnchorsOrWithoutText() {
        assertThat(AnchorScanner.of(List.of()).anchorsIn("some text of some length")).isEmpty();
        assertThat(scanner("password-policy").anchorsIn("")).isEmpty();
        assertThat(scanner("password-policy").anchorsIn("password-polic")).isEmpty();
    }

    @Test
    void refusesAnAnchorThatIsTooShort() {
        assertThatThrownBy(() -> scanner("ninebytes")).isInstanceOf(IllegalArgumentException.class);
    }

    private static AnchorScanner scanner(String... anchors) {
        return AnchorScanner.of(
                Stream.of(anchors).map(text -> text.getBytes(StandardCharsets.UTF_8)).toList());
    }

    /** Few letters, so that anchors overlap one another and themselves. */
    private static List<byte[]> randomAnchors(Random random) {
        var alphabet = random.nextBoolean() ? "abAB" : "aA@`[{Zz0é漢 ";
        var anchors = new ArrayList<byte[]>();
        int count = 1 + random.nextInt(30);
        while (anchors.size() < count) {
            var text = new StringBuilder();
            for (int i = 10 + random.nextInt(25); i > 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            anchors.add(text.toString().getBytes(StandardCharsets.UTF_8));
        }
        anchors.add("aaaaaaaaaaaa".getBytes(StandardCharsets.UTF_8));
        return anchors;
    }

    private static byte[] randomBlock(Random random, List<byte[]> anchors) {
        var block = new byte[random.nextInt(random.nextInt(4) == 0 ? 9000 : 300)];
        for (int at = 0; at < block.length; ) {
            int kind = random.nextInt(3);
            var piece =
                    kind == 0
                            ? "aAbB".repeat(5).getBytes(StandardCharsets.UTF_8)
                            : anchors.get(random.nextInt(anchors.size()));
            for (int i = 0; i < piece.length && at < block.length; i++) {
                boolean flip = kind == 2 && Character.isLetter(piece[i]) && random.nextBoolean();
                block[at++] = (byte) (flip ? piece[i] ^ 0x20 : piece[i]);
            }
        }
        return block;
    }

    private static List<String> naive(List<byte[]> anchors, byte[] block, int from, int to) {
        var found = new ArrayList<String>();
        for (int id = 0; id < anchors.size(); id++) {
            var anchor = anchors.get(id);
            for (int at = from; at + anchor.length <= to; at++) {
                int same = 0;
                while (same < anchor.length && folded(block[at + same]) == folded(anchor[same])) {
                    same++;
                }
                if (same == anchor.length) {
                    found.add(at + ":" + id);
                }
            }
        }
        return found;
    }

    private static int folded(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + 32 : letter;
    }
}
