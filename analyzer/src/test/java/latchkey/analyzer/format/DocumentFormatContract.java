package latchkey.analyzer.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;

/** What every document format keeps to. */
interface DocumentFormatContract {
    DocumentFormat format();

    String fileName();

    /** A small file of this kind. */
    String sample();

    @Test
    default void isRegistered() {
        assertThat(DocumentFormats.all()).hasAtLeastOneElementOfType(format().getClass());
    }

    @Test
    default void recognisesItsSampleBeforeAllOthers() {
        assertThat(DocumentKit.formatOf(fileName(), sample())).hasSameClassAs(format());
    }

    @Test
    default void findsEvidenceThatReopens() {
        // When
        var kept = DocumentKit.read(format(), new ArrayList<>(), fileName(), sample());
        // Then
        assertThat(kept.entries)
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.kind()).isEqualTo(format().kind()));
        var lines = sample().split("\r\n|\r|\n", -1);
        assertThat(kept.quotes())
                .allSatisfy(quote -> assertThat(lines[quote.line() - 1]).contains(quote.text()));
    }

    @Test
    default void readsAnEmptyFileAsNothing() {
        assertThat(DocumentKit.read(format(), new ArrayList<>(), fileName(), "").entries).isEmpty();
        assertThat(DocumentKit.read(format(), new ArrayList<>(), fileName(), " \r\n").entries)
                .isEmpty();
    }

    @Test
    default void readsWhatIsThereOfAFileCutAnywhere() {
        var sample = sample();
        for (int end = 1; end < sample.length(); end += Math.min(97, sample.length() / 7 + 1)) {
            var cut = sample.substring(0, end);
            var kept = DocumentKit.read(format(), new ArrayList<>(), fileName(), cut);
            var lines = cut.split("\r\n|\r|\n", -1);
            assertThat(kept.quotes())
                    .allSatisfy(
                            quote -> assertThat(lines[quote.line() - 1]).contains(quote.text()));
        }
    }

    @Test
    default void readsWindowsLineEndsAlike() {
        // Given
        var unix = sample().replace("\r\n", "\n");
        // When
        var windows =
                DocumentKit.read(
                        format(), new ArrayList<>(), fileName(), unix.replace("\n", "\r\n"));
        // Then
        var plain = DocumentKit.read(format(), new ArrayList<>(), fileName(), unix);
        assertThat(windows.entries).hasSameSizeAs(plain.entries);
        assertThat(windows.factLines()).isEqualTo(plain.factLines());
        assertThat(windows.marks.stream().map(mark -> mark.quote().line()))
                .isEqualTo(plain.marks.stream().map(mark -> mark.quote().line()).toList());
    }

    @Test
    default void survivesInvalidCharactersAndAVeryLongLine() {
        var odd = sample().replace('e', '\uFFFD') + "\uD800\u0001\u001b<>\"'{[";
        assertThat(DocumentKit.read(format(), new ArrayList<>(), fileName(), odd)).isNotNull();
        var long_ = sample() + "x".repeat(300_000) + sample();
        assertThat(DocumentKit.read(format(), new ArrayList<>(), fileName(), long_).quotes())
                .allSatisfy(quote -> assertThat(quote.text().length()).isLessThanOrEqualTo(600));
    }
}
