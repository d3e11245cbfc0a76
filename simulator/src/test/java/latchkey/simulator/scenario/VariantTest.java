package latchkey.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import latchkey.simulator.scenario.bundle.Layout;

import org.junit.jupiter.api.Test;

final class VariantTest {
    @Test
    void combinesOneWordOfEachAxis() throws UnknownVariant {
        // When
        var variant = Variant.of("disk-inspect+de+utf16");

        // Then
        assertThat(variant.layout()).isEqualTo(Layout.DISK_INSPECT);
        assertThat(variant).hasToString("de+utf16+disk-inspect");
    }

    @Test
    void nothingStandsForTheStoryAsItIsWritten() throws UnknownVariant {
        assertThat(Variant.of("")).isEqualTo(Variant.PLAIN);
    }

    @Test
    void tellsEveryWordThatDoesNotDo() {
        assertThatThrownBy(() -> Variant.of("de+fr+utf17"))
                .isInstanceOf(UnknownVariant.class)
                .hasMessageContaining("'fr' and another word are of one kind")
                .hasMessageContaining("did you mean utf16?");
    }
}
