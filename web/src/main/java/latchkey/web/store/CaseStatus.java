package latchkey.web.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where the people stand with a case. */
public enum CaseStatus {
    OPEN,
    WAITING,
    SOLVED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<CaseStatus> of(String word) {
        return Arrays.stream(values()).filter(status -> status.word().equals(word)).findFirst();
    }
}
