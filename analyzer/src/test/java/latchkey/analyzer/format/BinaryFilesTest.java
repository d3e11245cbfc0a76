package latchkey.analyzer.format;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.analyzer.evidence.Coverage;
import latchkey.analyzer.evidence.Entry;
import latchkey.analyzer.evidence.Fact;
import latchkey.analyzer.evidence.Mark;
import latchkey.analyzer.evidence.Sink;
import latchkey.analyzer.intake.Item;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

class BinaryFilesTest {
    private static final Sink NOTHING =
            new Sink() {
                @Override
                public void entry(Entry entry, Set<Integer> anchors) {
                    throw new AssertionError("a binary file has no entries");
                }

                @Override
                public void mark(Mark mark) {
                    throw new AssertionError("a binary file has no marks");
                }

                @Override
                public void fact(Fact fact) {
                    throw new AssertionError("a binary file has no facts");
                }
            };

    private record Bytes(String name, byte[] bytes) implements Item {
        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    @Test
    void binaryEventLogSaysThatItIsUnreadAndHowToExportIt() throws Exception {
        // Given
        var bytes = new byte[4096];
        System.arraycopy("ElfFile".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 7);
        bytes[100] = (byte) 0x90;
        // When
        var coverage =
                new Reader(Formats.all(), List.of()).read(new Bytes("System.evtx", bytes), NOTHING);
        // Then
        assertThat(coverage.kind().id()).isEqualTo("evtx");
        assertThat(coverage.read()).isEqualTo(Coverage.Read.UNKNOWN_KIND);
        assertThat(coverage.because()).contains("wevtutil");
    }

    @Test
    void otherBinaryFileIsOfUnknownKind() throws Exception {
        // Given
        var bytes = new byte[4096];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31 + i / 7);
        }
        // When
        var coverage =
                new Reader(Formats.all(), List.of()).read(new Bytes("x.bin", bytes), NOTHING);
        // Then
        assertThat(coverage.kind()).isEqualTo(Reader.UNKNOWN);
        assertThat(coverage.read()).isEqualTo(Coverage.Read.UNKNOWN_KIND);
    }
}
