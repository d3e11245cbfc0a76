package latchkey.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import latchkey.web.store.TooMuchException;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Bodies that come slowly, and one that hardly comes at all. */
final class SteadyTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L);

    /** Gives a piece whenever that time has passed. */
    private final class Drip extends InputStream {
        private final int piece;
        private final Duration pause;
        private int left;

        Drip(int left, int piece, Duration pause) {
            this.left = left;
            this.piece = piece;
            this.pause = pause;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            nanos.addAndGet(pause.toNanos());
            int given = Math.min(Math.min(piece, length), left);
            left -= given;
            return given == 0 ? -1 : given;
        }
    }

    private long read(int bytes, int piece, Duration pause) throws IOException {
        try (InputStream steady = new Steady(new Drip(bytes, piece, pause), nanos::get)) {
            return steady.readAllBytes().length;
        }
    }

    @Test
    void aByteASecondIsCutOff() {
        assertThatThrownBy(() -> read(100_000, 1, Duration.ofSeconds(1)))
                .isInstanceOf(TooMuchException.class)
                .hasMessageContaining("too slow");
    }

    @Test
    void aBurstDoesNotPayForAnHourOfSilence() {
        assertThatThrownBy(() -> read(200_000, 65_536, Duration.ofMinutes(20)))
                .isInstanceOf(TooMuchException.class);
    }

    @Test
    void aSlowLineIsServed() throws IOException {
        assertThat(read(200_000, 1_000, Duration.ofSeconds(1))).isEqualTo(200_000);
    }

    @Test
    void aPauseAtTheBeginningIsForgiven() throws IOException {
        assertThat(read(10, 10, Duration.ofSeconds(9))).isEqualTo(10);
    }
}
