package latchkey.rules.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The committed catalogue page is what the rules say; {@code -Dlatchkey.rewrite=true} writes it
 * anew.
 */
final class CataloguePageTest {
    private static final Path PAGE =
            Path.of("").toAbsolutePath().resolveSibling("docs").resolve("catalogue.md");

    @Test
    void isUpToDate() throws IOException {
        // Given
        var expected = Catalogue.markdown(PackLoader.core());
        if (Boolean.getBoolean("latchkey.rewrite")) {
            Files.writeString(PAGE, expected);
        }
        assumeFalse(Boolean.getBoolean("latchkey.partial"), "rules are still being written");
        // When
        var committed = Files.readString(PAGE);
        // Then
        assertThat(committed).isEqualTo(expected);
    }
}
