package latchkey.analyzer.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Random;

class NeedsTest {
    @ParameterizedTest
    @CsvSource({
        "'of \\w+ has exited: -?[1-9]', 'of x HAS EXITED: 0', MAYBE",
        "'of \\w+ has exited: -?[1-9]', 'has exited: 1', NO",
        "'(timed out|refused).{0,300}storage', 'storage refused', MAYBE",
        "'(timed out|refused).{0,300}storage', 'refused', NO",
        "'(timed out|refused).{0,300}storage', 'storage', NO",
        "'cert?ificate', 'cetificate', NO",
        "'(quite )?sure', 'sure', MAYBE",
        "'(?:abc){2,3}', 'abcabc', MAYBE",
        "'(?:abc){0,3}x', 'x', MAYBE",
        "'an error|denied', 'Denied!', YES",
        "'an error|denied', 'error', NO",
        "'エラー|失敗', 'ein エラー', YES",
        "'エラー|失敗', 'ok', NO",
        "'échec|x', 'ÉCHEC', MAYBE",
        "'[]x]y{z', 'anything', MAYBE",
        "'(?i)abc', 'anything', MAYBE",
        "'\\Qa|b\\E', 'anything', MAYBE",
    })
    void tellsWhetherAnExpressionIsFound(String expression, String text, Needs.Answer expected) {
        assertThat(Needs.of(expression).askedOf(text)).isEqualTo(expected);
    }

    @Test
    void takesALetterThatFoldsToAnAsciiOneForWhatItFoldsTo() {
        assertThat(Needs.of("sink").askedOf("\u017fin\u212a")).isEqualTo(Needs.Answer.MAYBE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void neverContradictsTheEngine(long seed) {
        // Given
        var random = new Random(seed);
        for (int round = 0; round < 2000; round++) {
            var expression = expression(random, 3);
            var text = text(random);

            // When
            var found =
                    Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.DOTALL)
                            .matcher(text)
                            .find();

            // Then
            assertThat(Needs.of(expression).askedOf(text))
                    .as("%s in %s", expression, text)
                    .isNotEqualTo(found ? Needs.Answer.NO : Needs.Answer.YES);
        }
    }

    private static String expression(Random random, int depth) {
        var parts = new StringBuilder();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            switch (random.nextInt(depth == 0 ? 5 : 8)) {
                case 0, 1, 2 -> parts.append((char) ('a' + random.nextInt(3)));
                case 3 -> parts.append(random.nextBoolean() ? "[^a]" : "[]b]");
                case 4 -> parts.append(random.nextBoolean() ? "." : "\\w");
                case 5 -> parts.append('(').append(expression(random, depth - 1)).append(')');
                case 6 -> parts.append("(?:").append(expression(random, depth - 1)).append(')');
                default ->
                        parts.append('(')
                                .append(expression(random, depth - 1))
                                .append('|')
                                .append(expression(random, depth - 1))
                                .append(')');
            }
            String[] quantifiers = {"", "", "", "?", "*", "+", "{0,2}", "{1,2}", "{2}"};
            parts.append(quantifiers[random.nextInt(quantifiers.length)]);
        }
        return parts.toString();
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append("abcABCd".charAt(random.nextInt(7)));
        }
        return text.toString();
    }
}
