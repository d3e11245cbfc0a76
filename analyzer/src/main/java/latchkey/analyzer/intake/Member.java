package latchkey.analyzer.intake;

import org.jspecify.annotations.Nullable;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/**
 * A file in an archive.
 *
 * @param head its first unpacked bytes, at most {@link Kind#HEAD}
 * @param size bytes when unpacked as the archive claims, -1 when it does not say
 * @param packed bytes when packed, -1 when it is not packed and so costs nothing
 * @param claim what its unpacked bytes are checked against
 * @param direct its bytes, when they can be read from any place without unpacking
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Member(
        String name,
        byte[] head,
        long size,
        long packed,
        Guarded.@Nullable Claim claim,
        Opening opening,
        @Nullable Bytes direct) {
    /** Opens unpacked bytes that nobody guards yet. */
    @FunctionalInterface
    interface Opening {
        InputStream open() throws IOException;
    }

    /** A file that lies in the archive as it is; fewer bytes than claimed are an early end. */
    static Member stored(String name, byte[] head, Bytes bytes, long claimed) {
        boolean isWhole = bytes.size() == claimed;
        Opening opening =
                isWhole ? bytes::stream : () -> new SequenceInputStream(bytes.stream(), new Cut());
        return new Member(name, head, claimed, -1, null, opening, isWhole ? bytes : null);
    }

    /** Where bytes should be and are not. */
    private static final class Cut extends InputStream {
        @Override
        public int read() throws IOException {
            throw new EOFException();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            throw new EOFException();
        }
    }
}
