package latchkey.analyzer.intake;

import org.apache.commons.compress.MemoryLimitException;
import org.apache.commons.compress.PasswordRequiredException;
import org.jspecify.annotations.Nullable;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.util.zip.CRC32;

/**
 * Unpacked bytes on their way out of an archive: counted, checked at the end, every failure one
 * plain sentence.
 */
final class Guarded extends InputStream {
    private final InputStream unpacked;
    private final Budget.Meter meter;
    private final @Nullable Claim claim;
    private final CRC32 crc = new CRC32();
    private long total;
    private boolean isChecked;

    Guarded(InputStream unpacked, Budget.Meter meter, @Nullable Claim claim) {
        this.unpacked = unpacked;
        this.meter = meter;
        this.claim = claim;
    }

    /** Opens a member whose bytes count against the budget. */
    static InputStream metered(Member member, Budget.Meter meter) throws IOException {
        return new Guarded(guarded(() -> member.opening().open()), meter, member.claim());
    }

    /** What an archive says of one of its files. */
    record Claim(long size, long crc) {}

    /** Work on an archive that may be hostile. */
    @FunctionalInterface
    interface Unpacking<T> {
        T run() throws IOException;
    }

    /**
     * Runs code that trusts its input more than we do. The archive library answers hostile input
     * also with unchecked exceptions of these families; here, and nowhere else, they become a
     * refusal. Errors of the machine, such as a lack of memory, pass.
     */
    static <T> T guarded(Unpacking<T> work) throws RefusedException {
        try {
            return work.run();
        } catch (RefusedException e) {
            throw e;
        } catch (MemoryLimitException e) {
            throw new RefusedException("Unpacking it needs more memory than is allowed.");
        } catch (PasswordRequiredException e) {
            throw new RefusedException("It is encrypted.");
        } catch (EOFException e) {
            throw new RefusedException("It is damaged: it ends too early.");
        } catch (IOException e) {
            throw new RefusedException("It is damaged or cannot be read: " + sentence(e));
        } catch (IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | ArithmeticException
                | NegativeArraySizeException
                | NullPointerException
                | UnsupportedOperationException
                | java.nio.BufferUnderflowException e) {
            throw new RefusedException("It is damaged: its structure makes no sense.");
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int got = guarded(() -> unpacked.read(into, offset, length));
        if (got < 0) {
            check();
            return got;
        }
        total += got;
        if (claim != null) {
            crc.update(into, offset, got);
        }
        meter.reached(total);
        return got;
    }

    @Override
    public int available() throws IOException {
        return unpacked.available();
    }

    @Override
    public void close() throws IOException {
        unpacked.close();
    }

    private void check() throws RefusedException {
        if (claim == null || isChecked) {
            return;
        }
        isChecked = true;
        if (claim.size() != total) {
            throw new RefusedException(
                    "It is damaged: the archive claims "
                            + claim.size()
                            + " bytes, but "
                            + total
                            + " came.");
        }
        if (claim.crc() != crc.getValue()) {
            throw new RefusedException(
                    "It is damaged: its checksum differs from the one in the archive.");
        }
    }

    /** One sentence for the report. */
    static String because(IOException e) {
        String sentence = sentence(e);
        return e instanceof RefusedException ? sentence : "It cannot be read: " + sentence;
    }

    /** Messages of the libraries carry no advice and sometimes no end. */
    private static String sentence(IOException e) {
        if (e instanceof FileSystemException file) {
            // Its message is a path of the machine we run on, which belongs in no report.
            String reason = file.getReason();
            return reason == null ? "the system does not let us." : reason + ".";
        }
        String message = e.getMessage();
        String shown = message == null ? e.getClass().getSimpleName() : message;
        String cut = shown.length() > 200 ? shown.substring(0, 200) + ".." : shown;
        return cut.endsWith(".") ? cut : cut + ".";
    }
}
