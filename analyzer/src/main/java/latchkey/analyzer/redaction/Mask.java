package latchkey.analyzer.redaction;

import java.util.Locale;

/** The classes of what is masked; where two overlap the first one wins. */
enum Mask {
    SECRET,
    EMAIL,
    SUBSCRIPTION,
    TENANT,
    OBJECT,
    ADDRESS,
    HOST,
    ACCOUNT;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
