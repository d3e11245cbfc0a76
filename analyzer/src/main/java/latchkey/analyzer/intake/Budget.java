package latchkey.analyzer.intake;

import java.util.concurrent.atomic.AtomicLong;

/** What may still come out of archives, shared by all inputs, levels and threads. */
final class Budget {
    private final Limits limits;
    private final AtomicLong left;

    Budget(Limits limits) {
        this.limits = limits;
        this.left = new AtomicLong(limits.unpackedBytes());
    }

    /** A meter for one packed file of this many bytes. */
    Meter meter(long packed) {
        return new Meter(packed);
    }

    /** Counts one packed file; reading it again costs nothing. */
    final class Meter {
        private final long packed;
        private final AtomicLong furthest = new AtomicLong();

        private Meter(long packed) {
            this.packed = packed;
        }

        /**
         * @param total bytes that have come out so far, counted while unpacking
         */
        void reached(long total) throws RefusedException {
            if (total > limits.ratioFrom() && total / limits.ratio() > packed) {
                throw new RefusedException(
                        "It unpacks to more than "
                                + limits.ratio()
                                + " times its size, as a decompression bomb does; the rest was not"
                                + " read.");
            }
            long more = total - furthest.getAndAccumulate(total, Math::max);
            if (more > 0 && left.addAndGet(-more) < 0) {
                throw new RefusedException(
                        "The limit of "
                                + limits.unpackedBytes()
                                + " unpacked bytes was reached here; the rest was not read.");
            }
        }
    }
}
