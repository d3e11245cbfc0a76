package latchkey.simulator.scenario.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

final class DamageTest {
    private static final String TEXT =
            "[00000004] eins\r\n   at zwei\r\n".repeat(1000) + "Überprüfen パスワード\r\n";

    @Test
    void anEncodingChangesBytesAndKeepsLetters() throws IOException {
        assertThat(text(Damage.UTF16, StandardCharsets.UTF_16)).isEqualTo(TEXT);
        assertThat(text(Damage.BOM, StandardCharsets.UTF_8)).isEqualTo("\ufeff" + TEXT);
        assertThat(text(Damage.NUL, StandardCharsets.UTF_8).stripTrailing().replace("\0", ""))
                .isEqualTo(TEXT);
        assertThat(text(Damage.CP1252, Charset.forName("windows-1252")))
                .isEqualTo(TEXT.replaceAll("[パスワード]", "?"));
    }

    @Test
    void lineFeedsAloneKeepEverythingElse() throws IOException {
        assertThat(text(Damage.LF, StandardCharsets.UTF_8)).isEqualTo(TEXT.replace("\r\n", "\n"));
    }

    @Test
    void cutsTakeAwayFromOneEndOnly() throws IOException {
        assertThat(TEXT).endsWith(text(Damage.HEAD_CUT, StandardCharsets.UTF_8));
        assertThat(TEXT)
                .startsWith(text(Damage.TAIL_CUT, StandardCharsets.ISO_8859_1).substring(0, 900));
        assertThat(text(Damage.HEAD_CUT, StandardCharsets.UTF_8).length())
                .isLessThan(TEXT.length());
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void viewsAndWitnessesStayAsTheyAre(Damage damage) {
        // Given
        Piece view = new Piece("instance-view.json", Piece.Kind.VIEW, Ink.of("{}"));

        // When
        Piece after = damage.befall(view);

        // Then
        assertThat(after).isSameAs(view);
    }

    private static String text(Damage damage, Charset charset) throws IOException {
        Piece log = new Piece("WaAppAgent.log", Piece.Kind.AGENT_LOG, Ink.of(TEXT));
        return new String(damage.befall(log).ink().bytes(), charset);
    }
}
