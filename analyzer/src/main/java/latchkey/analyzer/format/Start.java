package latchkey.analyzer.format;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The first bytes of a stream, and how it stood when they were read. */
final class Start {
    final byte[] bytes;

    /** Whether the stream ended, or broke, within them. */
    final boolean whole;

    /** Why the stream broke off; to be told when reading gets there. */
    final @Nullable IOException failure;

    private Start(byte[] bytes, boolean whole, @Nullable IOException failure) {
        this.bytes = bytes;
        this.whole = whole;
        this.failure = failure;
    }

    static Start of(InputStream input, int most) {
        byte[] bytes = new byte[most];
        int length = 0;
        try {
            while (length < most) {
                int read = input.read(bytes, length, most - length);
                if (read < 0) {
                    return new Start(Arrays.copyOf(bytes, length), true, null);
                }
                length += read;
            }
        } catch (IOException e) {
            return new Start(Arrays.copyOf(bytes, length), true, e);
        }
        return new Start(bytes, false, null);
    }
}
