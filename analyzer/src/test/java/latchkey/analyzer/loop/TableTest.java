package latchkey.analyzer.loop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What the proof page notices when something that was shown is shown no more. */
final class TableTest {
    @Test
    void cellThatWasInOrderAndIsNotAnyMoreIsLost() {
        // Given
        var was = table("password-policy", "yes", "disk-full", "yes", "dhcp-disabled", "**no**");
        var is = table("password-policy", "**no**", "disk-full", "-", "dhcp-disabled", "**no**");
        // When
        List<String> lost = is.lostSince(was);
        // Then
        assertThat(lost).containsExactly("password-policy, cures: **no**", "disk-full, cures: -");
    }

    @Test
    void rowThatIsGoneIsLostAndOneThatIsNewIsNot() {
        // Given
        var was = table("password-policy", "yes");
        var is = table("disk-full", "**no**");
        // When
        List<String> lost = is.lostSince(was);
        // Then
        assertThat(lost).containsExactly("password-policy is gone");
        assertThat(is.newSince(was)).containsExactly("disk-full **no**");
    }

    @Test
    void readsWhatItWrote() {
        // Given
        var written = table("password-policy", "", "disk-full", "a / b");
        // When
        var read = table().read("# Page\n\n" + written.markdown() + "\n## Next\n");
        // Then
        assertThat(read.rows()).isEqualTo(written.rows());
    }

    private static Table table(String... cells) {
        Table table = new Table(1, List.of("scenario", "cures"));
        for (int i = 0; i < cells.length; i += 2) {
            table.add(cells[i], cells[i + 1]);
        }
        return table;
    }
}
