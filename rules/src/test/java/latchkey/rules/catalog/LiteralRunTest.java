package latchkey.rules.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LiteralRunTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "User (?P<user>.{1,9}) already exists ~ ' already exists'",
                "a\\.b\\(c\\) ~ a.b(c)",
                "colours?longest ~ longest",
                "one|another ~ ''",
                "(one|another) thing ~ ' thing'",
                "[)]words(optional words)? ~ words",
                "[]x)]class(x) ~ class",
                "[[:alpha:]]+tail ~ tail",
                "\\d+ms passed ~ 'ms passed'",
                "\\x41bcdefghijkl ~ ''",
                "\\QA|B\\E ~ ''",
                "ab{2}cd ~ cd"
            })
    void findsTheLongestRunThatEveryMatchHolds(String regex, String run) {
        assertThat(LiteralRun.longestIn(regex)).isEqualTo(run);
    }

    @Test
    void isHeldByEveryMatch() {
        var regex = "x?yz+[abc]long run(?: of text)? here";
        var run = LiteralRun.longestIn(regex);
        for (var text : new String[] {"yzalong run here", "xyzzblong run of text here"}) {
            assertThat(Pattern.compile(regex).matcher(text).find()).isTrue();
            assertThat(text).contains(run);
        }
    }
}
