package latchkey.rules.catalog;

/**
 * Something wrong with a pack.
 *
 * @param line from 1; 0 when it concerns the whole file
 */
public record Problem(Weight weight, String file, int line, int column, String message) {
    /** Whether a problem keeps a pack from being used. */
    public enum Weight {
        ERROR,
        NOTE
    }

    @Override
    public String toString() {
        String place = line > 0 ? file + ":" + line + ":" + column : file;
        return place + ": " + (weight == Weight.NOTE ? "note: " : "") + message;
    }
}
