package latchkey.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

final class RequiredTextTest {
    private static final List<String> PIECES =
            List.of(
                    "abc", "Error", "time", "k", "s", "ſ", "K", "ü", ".", ".*", "+", "?", "{2}",
                    "{0,3}", "{", "}", "[a-f]", "[^x]", "[]a]", "[\\d]", "(", ")", "|", "(?i)",
                    "(?:", "\\d", "\\.", "\\b", "\\Q", "\\E", "\\x41", "\\p{L}", "\\", "^", "$",
                    " ", "0x80");

    private static final List<String> WORDS =
            List.of(
                    "abc", "ABC", "ab", "bc", "Error", "ERRO", "time", "k", "K", "ſ", "s", "a", "x",
                    "0x80", " ", ".", "ü", "Ü", "1", "A", "{", "]", "tim", "me");

    @ParameterizedTest
    @CsvSource({
        "'password policy', 'word policy'",
        "'time.*out', 'time'",
        "'0x8007.8C5', '0x8007'",
        "'failed?|error', ''",
        "'(abc)?def', 'def'",
        "'ab?c', ''",
        "'(?i)error', ''",
        "'error: \\d+ of \\d+', 'error: '"
    })
    void findsThePieceThatMustBeThere(String expression, String piece) {
        assertThat(RequiredText.of(expression).orElse("")).isEqualTo(piece);
    }

    @Test
    void everyMatchHoldsIt() {
        Random lots = new Random(4711);
        int said = 0;
        for (int i = 0; i < 20_000; i++) {
            String expression = some(lots, PIECES, 6);
            Pattern pattern;
            try {
                pattern = Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
            } catch (PatternSyntaxException e) {
                continue;
            }
            String required = RequiredText.of(expression).orElse("");
            said += required.isEmpty() ? 0 : 1;
            byte[] needle = Needle.folded(required);
            for (int j = 0; j < 20 && needle.length > 0; j++) {
                String text = some(lots, WORDS, 8);
                if (pattern.matcher(text).find()) {
                    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                    assertThat(Needle.find(needle, bytes, 0, bytes.length))
                            .as("%s in %s", expression, text)
                            .isNotNegative();
                }
            }
        }
        assertThat(said).isGreaterThan(1000);
    }

    private static String some(Random lots, List<String> pieces, int most) {
        StringBuilder text = new StringBuilder();
        int count = 1 + lots.nextInt(most);
        for (int i = 0; i < count; i++) {
            text.append(pieces.get(lots.nextInt(pieces.size())));
        }
        return text.toString();
    }
}
