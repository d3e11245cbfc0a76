package latchkey.web.store;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** A text on the shelf, of which any line is near. */
public final class KeptText {
    static final int STRIDE = 1024;

    /** Longer lines are shown up to here. */
    private static final int LONGEST = 16 * 1024;

    private final Path file;

    KeptText(Path file) {
        this.file = file;
    }

    static Path marks(Path file) {
        return file.resolveSibling(file.getFileName() + ".lines");
    }

    public Path path() {
        return file;
    }

    /** One line; {@code isCut} when it goes on past what is shown. */
    public record Line(long number, String text, boolean isCut) {}

    /** Lines from that number on, counted from 1; fewer at the end. */
    public List<Line> lines(long from, int count) throws IOException {
        long first = Math.max(1, from);
        List<Line> lines = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long number = (first - 1) / STRIDE * STRIDE + 1;
            long offset = offsetOf((first - 1) / STRIDE);
            if (offset < 0) {
                return lines;
            }
            channel.position(offset);
            InputStream stream = new BufferedInputStream(Channels.newInputStream(channel), 1 << 16);
            while (lines.size() < count && read(stream, number, first, lines)) {
                number++;
            }
        }
        return lines;
    }

    private static boolean read(InputStream stream, long number, long first, List<Line> lines)
            throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        boolean isCut = false;
        int unit = stream.read();
        if (unit < 0) {
            return false;
        }
        while (unit >= 0 && unit != '\n') {
            if (line.size() < LONGEST) {
                line.write(unit);
            } else {
                isCut = true;
            }
            unit = stream.read();
        }
        if (number >= first) {
            String text = line.toString(StandardCharsets.UTF_8);
            boolean isReturned = !isCut && text.endsWith("\r");
            lines.add(
                    new Line(
                            number,
                            isReturned ? text.substring(0, text.length() - 1) : text,
                            isCut));
        }
        return true;
    }

    /** Where the line after that many strides begins; negative past the end. */
    private long offsetOf(long stride) throws IOException {
        try (FileChannel channel = FileChannel.open(marks(file), StandardOpenOption.READ)) {
            ByteBuffer mark = ByteBuffer.allocate(Long.BYTES);
            int got = channel.read(mark, stride * Long.BYTES);
            return got < Long.BYTES ? -1 : mark.getLong(0);
        }
    }
}
