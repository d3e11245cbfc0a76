package latchkey.analyzer.format;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.analyzer.evidence.Coverage;
import latchkey.analyzer.evidence.Line;
import latchkey.analyzer.format.ReadingKit.Bytes;
import latchkey.analyzer.format.ReadingKit.Kept;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.List;

/** Documents that are larger than what is parsed at once. */
class LargeDocumentTest {
    private static final int EVENTS = 40_000;

    private final Reader reader = new Reader(Formats.all(), List.of("another anchor"));

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n", "\n  \n"})
    void everyEventOfALargeExportIsReadAndItsLineOpens(String between) throws IOException {
        // Given
        var export = new StringBuilder("<Events>").append(between);
        for (int i = 0; i < EVENTS; i++) {
            export.append(event(i)).append(between);
        }
        String text = export.append("</Events>").toString();

        // When
        var kept = new Kept();
        var coverage = reader.read(new Bytes("System.xml", text), kept);

        // Then
        assertThat(text.length()).isGreaterThan(DocumentPieces.LARGEST);
        assertThat(coverage.read()).isEqualTo(Coverage.Read.WHOLE);
        var lines = text.split("\r?\n", -1);
        assertThat(coverage.lines()).isEqualTo(lines.length);
        assertThat(kept.entries).hasSize(EVENTS);
        for (int i = 0; i < EVENTS; i += 977) {
            Line line = kept.entries.get(i).lines().getFirst();
            assertThat(lines[line.number() - 1]).as("event %d", i).contains(line.text());
            assertThat(line.text()).as("event %d", i).contains("<Event ");
        }
    }

    @Test
    void ofADocumentThatOnlyMakesSenseWholeTheBeginningIsReadAndSaidSo() throws IOException {
        // Given
        var text = new StringBuilder("[");
        for (int i = 0; text.length() < DocumentPieces.LARGEST + 100; i++) {
            text.append("{\"code\":\"C").append(i).append("\",\"status\":\"Failed\"},\n");
        }

        // When
        var coverage =
                reader.read(new Bytes("error.json", text.append("{}]").toString()), new Kept());

        // Then
        assertThat(coverage.read()).isEqualTo(Coverage.Read.PART);
        assertThat(coverage.because()).contains("larger than 12 MiB");
        assertThat(coverage.lines()).isGreaterThan(100_000);
    }

    @Test
    void aDocumentOfExactlyTheLimitIsWhole() throws IOException {
        // Given
        String start = "[{\"code\":\"C\",\"status\":\"Failed\"}";
        String text = start + " ".repeat(DocumentPieces.LARGEST - start.length() - 1) + "]";
        // When
        var whole = reader.read(new Bytes("error.json", text), new Kept());
        var cut = reader.read(new Bytes("error.json", text + " "), new Kept());
        // Then
        assertThat(whole.read()).isEqualTo(Coverage.Read.WHOLE);
        assertThat(cut.read()).isEqualTo(Coverage.Read.PART);
    }

    private static String event(int number) {
        return "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>"
                + "<Provider Name='Service Control Manager'/><EventID>7036</EventID>"
                + "<TimeCreated SystemTime='2026-10-06T07:06:40.0000000Z'/>"
                + "<Channel>System</Channel><Computer>vm1</Computer></System><EventData>"
                + "<Data Name='param1'>Service number "
                + number
                + "</Data><Data Name='param2'>running</Data></EventData></Event>";
    }
}
