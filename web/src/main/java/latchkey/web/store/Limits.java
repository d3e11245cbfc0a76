package latchkey.web.store;

import java.time.Duration;

/**
 * How much is taken in.
 *
 * @param caseBytes of one case as handed in
 * @param allBytes of everything announced or handed in that no analysis has dealt with yet
 * @param openUploads of one person, coming in at once
 * @param freeSpace what must stay free on the disk
 * @param staleUpload an upload that nobody goes on with
 */
public record Limits(
        long caseBytes, long allBytes, int openUploads, long freeSpace, Duration staleUpload) {
    public static final Limits STANDARD =
            new Limits(4L << 30, 32L << 30, 64, 512L << 20, Duration.ofHours(24));
}
