package latchkey.analyzer.diagnosis;

/** What a signal says: seen, looked for and not seen, or nothing to look at. */
enum Truth {
    TRUE,
    FALSE,
    UNKNOWN;

    Truth and(Truth other) {
        if (this == FALSE || other == FALSE) {
            return FALSE;
        }
        return this == TRUE && other == TRUE ? TRUE : UNKNOWN;
    }

    Truth or(Truth other) {
        if (this == TRUE || other == TRUE) {
            return TRUE;
        }
        return this == FALSE && other == FALSE ? FALSE : UNKNOWN;
    }
}
