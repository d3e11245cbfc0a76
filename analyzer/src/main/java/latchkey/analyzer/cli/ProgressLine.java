package latchkey.analyzer.cli;

import latchkey.analyzer.report.Progress;
import latchkey.analyzer.report.face.Visible;

import java.io.PrintWriter;
import java.util.Locale;

/** One line on a terminal that is written over as the work goes on, at most ten times a second. */
final class ProgressLine implements Progress {
    private static final long PAUSE_NANOS = 100_000_000;
    private static final int NAME_LENGTH = 50;

    private final PrintWriter err;
    private long last = System.nanoTime();

    ProgressLine(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void advance(String file, long bytesDone, long bytesInAll) {
        long now = System.nanoTime();
        if (now - last < PAUSE_NANOS && bytesDone < bytesInAll) {
            return;
        }
        last = now;
        boolean finished = bytesInAll > 0 && bytesDone >= bytesInAll;
        err.print(finished ? "\r\u001b[K" : "\r\u001b[K" + line(file, bytesDone, bytesInAll));
        err.flush();
    }

    private static String line(String file, long bytesDone, long bytesInAll) {
        String shown =
                file.length() > NAME_LENGTH
                        ? "…" + file.substring(file.length() - NAME_LENGTH)
                        : file;
        String share =
                bytesInAll > 0
                        ? String.format(Locale.ROOT, " %d %%", bytesDone * 100 / bytesInAll)
                        : "";
        return String.format(Locale.ROOT, "%d MB%s  %s", bytesDone >> 20, share, Visible.of(shown));
    }
}
