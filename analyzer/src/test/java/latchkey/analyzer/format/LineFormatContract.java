package latchkey.analyzer.format;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.analyzer.format.DocumentKit.Kept;

import org.junit.jupiter.api.Test;

/** What every format of lines keeps to. */
interface LineFormatContract {
    LineFormat format();

    /** Path of the file inside a bundle; its last part is the sample's name too. */
    String path();

    /** Whether the content alone gives the format away. */
    default boolean isKnownByContent() {
        return true;
    }

    default String sample() {
        return LineKit.sample(path().substring(path().lastIndexOf('/') + 1));
    }

    @Test
    default void isRegistered() {
        assertThat(Formats.all()).hasAtLeastOneElementOfType(format().getClass());
        assertThat(format().landmarks())
                .allSatisfy(landmark -> assertThat(landmark).hasSizeGreaterThanOrEqualTo(10));
    }

    @Test
    default void recognisesItsSampleBeforeAllOthers() {
        assertThat(LineKit.formatOf(path(), sample())).hasSameClassAs(format());
        if (isKnownByContent()) {
            assertThat(LineKit.formatOf("pasted.txt", sample())).hasSameClassAs(format());
            assertThat(LineKit.formatOf("pasted.txt", "# a note of the finder\n" + sample()))
                    .hasSameClassAs(format());
        }
    }

    @Test
    default void leavesTextAndDocumentsAlone() {
        var peek = LineKit.peek("pasted.txt", "The password of my machine is lost, what now?\n");
        assertThat(format().recognises(peek)).isZero();
        assertThat(format().recognises(LineKit.peek("notes.log", "monday 10:12 nothing new\n")))
                .isZero();
        assertThat(format().recognises(LineKit.peek(path(), "[{\"status\": {\"code\": 0}}]")))
                .isLessThan(40);
    }

    @Test
    default void findsProofThatReopens() {
        // When
        var kept = LineKit.read(path(), sample());
        // Then
        reopens(kept, sample());
        assertThat(kept.entries)
                .allSatisfy(entry -> assertThat(entry.kind()).isEqualTo(format().kind()));
    }

    @Test
    default void readsAnEmptyFileAsNothing() {
        assertThat(LineKit.read(path(), "").quotes()).isEmpty();
        assertThat(LineKit.read(path(), "\r\n \r\n").quotes()).isEmpty();
    }

    @Test
    default void readsWhatIsThereOfAFileCutAnywhere() {
        for (int end = 1; end < sample().length(); end += 89) {
            var cut = sample().substring(0, end);
            reopens(LineKit.read(path(), cut), cut);
        }
    }

    @Test
    default void readsWindowsLineEndsAlike() {
        // Given
        var unix = sample().replace("\r\n", "\n");
        // When
        var windows = LineKit.read(path(), unix.replace("\n", "\r\n"));
        // Then
        var plain = LineKit.read(path(), unix);
        assertThat(windows.quotes()).isEqualTo(plain.quotes());
        assertThat(windows.factLines()).isEqualTo(plain.factLines());
        assertThat(windows.markTypes()).isEqualTo(plain.markTypes());
    }

    @Test
    default void survivesReplacedCharactersAndAVeryLongLine() {
        var odd = sample().replace('e', '\uFFFD') + "\n\uFFFD\u0001\u001b[<>\"'{[";
        reopens(LineKit.read(path(), odd), odd);
        var longLine = sample().stripTrailing() + "x [ERROR] ".repeat(40_000) + "\n" + sample();
        assertThat(LineKit.read(path(), longLine).quotes())
                .allSatisfy(quote -> assertThat(quote.text().length()).isLessThanOrEqualTo(600));
    }

    private static void reopens(Kept kept, String text) {
        var lines = text.split("\r\n|\n", -1);
        assertThat(kept.quotes())
                .allSatisfy(quote -> assertThat(lines[quote.line() - 1]).contains(quote.text()));
    }
}
