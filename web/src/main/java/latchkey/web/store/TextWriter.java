package latchkey.web.store;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Writes a text and, beside it, where every {@value KeptText#STRIDE}th line begins. */
public final class TextWriter extends OutputStream {
    private final OutputStream text;
    private final DataOutputStream marks;
    private final MessageDigest digest = sha256();
    private long bytes;
    private long lines;
    private boolean isLineOpen;

    public TextWriter(Path file) throws IOException {
        text = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        marks =
                new DataOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(KeptText.marks(file))));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            if (!isLineOpen) {
                if (lines % KeptText.STRIDE == 0) {
                    marks.writeLong(bytes + i - offset);
                }
                lines++;
            }
            isLineOpen = from[i] != '\n';
        }
        bytes += length;
        digest.update(from, offset, length);
        text.write(from, offset, length);
    }

    @Override
    public void close() throws IOException {
        text.close();
        marks.close();
    }

    /** What was written; ask once, after closing. */
    public CaseFile kept(String name) {
        return new CaseFile(name, HexFormat.of().formatHex(digest.digest()), bytes, lines);
    }
}
