package latchkey.web.store;

import java.util.Locale;

/** Where an analysis stands. */
public enum CaseState {
    QUEUED,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    /** The word that the API and the pages use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isOver() {
        return this != QUEUED && this != RUNNING;
    }
}
