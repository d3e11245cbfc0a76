package latchkey.simulator.world;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * One named stream of chance. SplitMix64, written out because the bytes of a bundle must not depend
 * on the JDK's choice of algorithm.
 */
public final class Dice {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private long state;

    Dice(long state) {
        this.state = state;
    }

    static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** The next 64 bits. */
    public long next() {
        state += GOLDEN;
        return mix(state);
    }

    /**
     * A number from 0 to bound - 1.
     *
     * @throws IllegalArgumentException when the bound is not positive
     */
    public int below(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("a bound must be positive");
        }
        return (int) Long.remainderUnsigned(next() >>> 1, bound);
    }

    /** A number from low to high, both included. */
    public long between(long low, long high) {
        return low + Long.remainderUnsigned(next() >>> 1, high - low + 1);
    }

    /** A time span from low to high in whole milliseconds, both included. */
    public Duration between(Duration low, Duration high) {
        return Duration.ofMillis(between(low.toMillis(), high.toMillis()));
    }

    /** True once in so many throws. */
    public boolean oneIn(int count) {
        return below(count) == 0;
    }

    /** One of the list. */
    public <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** So many bytes. */
    public byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i += Long.BYTES) {
            long word = next();
            for (int j = i; j < Math.min(i + Long.BYTES, count); j++, word >>>= Byte.SIZE) {
                bytes[j] = (byte) word;
            }
        }
        return bytes;
    }

    /** The same stream for libraries that ask for secure chance. Nothing here is secret. */
    public SecureRandom forLibraries() {
        return new DiceSecureRandom(this);
    }

    /** Dice outside any world, for what must be equal in all worlds. */
    public static Dice fixed(String name) {
        return new Seed(0).dice(name);
    }

    /** Lower-case hexadecimal digits, two for every byte. */
    public String hex(int bytes) {
        return HexFormat.of().formatHex(bytes(bytes));
    }

    /** A GUID of version 4. */
    public UUID guid() {
        long high = next() & ~0xf000L | 0x4000L;
        long low = next() & 0x3fffffffffffffffL | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
