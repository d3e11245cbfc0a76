package latchkey.analyzer.report;

/** Told how far a triage has come; called from one thread at a time. */
@FunctionalInterface
public interface Progress {
    Progress SILENT = (file, bytesDone, bytesInAll) -> {};

    /**
     * @param file what was just read
     * @param bytesInAll 0 when nobody knows
     */
    void advance(String file, long bytesDone, long bytesInAll);
}
