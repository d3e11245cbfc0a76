package latchkey.web.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody may do with a case; each includes those before it. */
public enum Right {
    READ,
    WRITE,
    /** Shares, keeps and deletes. */
    OWN;

    public boolean includes(Right other) {
        return compareTo(other) >= 0;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What an owner can give to somebody. */
    public static Optional<Right> given(String word) {
        return Arrays.stream(values())
                .filter(right -> right != OWN && right.word().equals(word))
                .findFirst();
    }
}
