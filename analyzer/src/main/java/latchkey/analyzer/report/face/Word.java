package latchkey.analyzer.report.face;

import java.util.Locale;
import java.util.Optional;

/** Spells closed labels as the report does: {@code CAUSE_FOUND} is {@code cause-found}. */
public final class Word {
    private Word() {}

    public static String of(Enum<?> label) {
        return label.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static <E extends Enum<E>> Optional<E> parse(Class<E> labels, String word) {
        for (E label : labels.getEnumConstants()) {
            if (of(label).equals(word)) {
                return Optional.of(label);
            }
        }
        return Optional.empty();
    }
}
