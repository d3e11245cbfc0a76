package latchkey.analyzer.redaction;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Values that were seen in a telling place and are masked everywhere else as well. */
final class Learned implements Detector {
    private static final int MOST_WORDS = 20_000;
    private static final int MOST_PHRASES = 200;
    private static final int MOST_PIECES = 6;

    private final Map<String, Mask> words = new HashMap<>();
    private final Map<String, Mask> phrases = new LinkedHashMap<>();

    void add(String value, Mask mask) {
        String folded = Passage.of(value.strip()).folded();
        boolean isDistinct = switch (mask) {
            case SECRET -> Secrets.isDistinct(value);
            case HOST, ACCOUNT -> WellKnown.isDistinct(folded);
            case EMAIL, SUBSCRIPTION, TENANT, OBJECT, ADDRESS -> folded.length() >= 3;
        };
        if (!isDistinct || folded.length() > 512) {
            return;
        }
        boolean isWord = folded.chars().allMatch(c -> Passage.isWord((char) c));
        if (isWord && words.size() < MOST_WORDS) {
            words.merge(folded, mask, Learned::first);
        } else if (!isWord && phrases.size() < MOST_PHRASES) {
            phrases.merge(folded, mask, Learned::first);
        }
    }

    private static Mask first(Mask one, Mask other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    @Override
    public void find(Passage passage, List<Span> found) {
        if (!words.isEmpty()) {
            words(passage, found);
        }
        for (Map.Entry<String, Mask> phrase : phrases.entrySet()) {
            String value = phrase.getKey();
            for (int at = passage.find(value, 0); at >= 0; at = passage.find(value, at + value.length())) {
                boolean stands = !Passage.isAlphanumeric(passage.at(at - 1))
                        && !Passage.isAlphanumeric(passage.at(at + value.length()));
                if (stands || phrase.getValue() == Mask.SECRET) {
                    found.add(new Span(at, at + value.length(), phrase.getValue(), false));
                }
            }
        }
    }

    private void words(Passage passage, List<Span> found) {
        int at = 0;
        while (at < passage.length()) {
            int end = passage.runEnd(at, "_-");
            if (end > at) {
                word(passage, at, end, found);
            }
            at = end + 1;
        }
    }

    /** The whole word, or its beginning up to a mark, as in vm1_OsDisk_1. */
    private void word(Passage passage, int start, int end, List<Span> found) {
        int stop = end;
        for (int pieces = 0; pieces < MOST_PIECES && stop > start && stop - start <= 600; pieces++) {
            Mask mask = words.get(passage.folded().substring(start, stop));
            if (mask != null) {
                found.add(new Span(start, stop, mask, false));
                return;
            }
            stop--;
            while (stop > start && Passage.isAlphanumeric(passage.at(stop))) {
                stop--;
            }
        }
    }

    static String key(String value, Mask mask) {
        return mask == Mask.SECRET ? value : value.toLowerCase(Locale.ROOT);
    }
}
