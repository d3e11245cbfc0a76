package latchkey.analyzer.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Random;

class ReadAheadTest {
    private static final byte[] BYTES = new byte[1_000_003];

    static {
        new Random(1).nextBytes(BYTES);
    }

    @Test
    void handsOutTheSameBytes() throws IOException {
        try (var ahead = ReadAhead.of(item(new ByteArrayInputStream(BYTES))).open()) {
            assertThat(ahead.readAllBytes()).isEqualTo(BYTES);
            assertThat(ahead.read()).isEqualTo(-1);
        }
    }

    @Test
    void throwsTheFailureBehindTheBytesBeforeIt() throws IOException {
        // Given
        var broken = new SequenceInputStream(new ByteArrayInputStream(BYTES), failing());

        // When
        try (var ahead = ReadAhead.of(item(broken)).open()) {
            var before = ahead.readNBytes(BYTES.length);

            // Then
            assertThat(before).isEqualTo(BYTES);
            assertThatThrownBy(ahead::read).hasMessage("broken");
            assertThatThrownBy(ahead::read).hasMessage("broken");
        }
    }

    @Test
    void closesWhatIsNotReadToTheEnd() throws IOException {
        // Given
        var source = new Remembering();

        // When
        try (var ahead = ReadAhead.of(item(source)).open()) {
            assertThat(ahead.read()).isZero();
        }

        // Then
        assertThat(source.closed).isTrue();
    }

    private static Item item(InputStream stream) {
        return new Item() {
            @Override
            public String name() {
                return "a.log";
            }

            @Override
            public long size() {
                return -1;
            }

            @Override
            public InputStream open() {
                return stream;
            }
        };
    }

    private static InputStream failing() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken");
            }
        };
    }

    /** Zeros without end. */
    private static final class Remembering extends InputStream {
        private volatile boolean closed;

        @Override
        public int read() {
            return 0;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
