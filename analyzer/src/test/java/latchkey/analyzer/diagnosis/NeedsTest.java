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
        "'of \\w+ has exited: -?[1-9]', 'x HAS EXITED: 0', true",
        "'of \\w+ has exited: -?[1-9]', 'has exited', false",
        "'(timed out|refused).{0,300}storage', 'refused by storage', true",
        "'(timed out|refused).{0,300}storage', 'storage', false",
        "'cert?ificate', 'certifcate', false",
        "'(quite )?sure', 'sure', true",
        "'(?:abc){2,3}', 'abcabc', true",
        "'(?:abc){0,3}x', 'x', true",
        "'エラー|失敗', 'ein エラー', true",
        "'エラー|失敗', 'ok', false",
        "'[]x]y{z', 'anything', true",
        "'(?i)abc', 'anything', true",
        "'\\Qa|b\\E', 'anything', true",
    })
    void saysWhetherAnExpressionMayBeFound(String expression, String text, boolean expected) {
        assertThat(Needs.of(expression).mayBeMetBy(text)).isEqualTo(expected);
    }

    @Test
    void takesALetterThatFoldsToAnAsciiOneForWhatItFoldsTo() {
        assertThat(Needs.of("sink").mayBeMetBy("\u017fin\u212a")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void neverDeniesWhatTheEngineFinds(long seed) {
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
            if (found) {
                assertThat(Needs.of(expression).mayBeMetBy(text))
                        .as("%s in %s", expression, text)
                        .isTrue();
            }
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
