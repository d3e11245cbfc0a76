package latchkey.analyzer.format;

import latchkey.analyzer.scan.AnchorScanner;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The anchors of the rules and, after them, the landmarks of the formats, in one scanner. */
final class Anchors {
    private final AnchorScanner scanner;
    private final int rules;
    private final int count;
    private final IdentityHashMap<Format, Range> landmarks = new IdentityHashMap<>();

    Anchors(List<String> ruleAnchors, List<Format> formats) {
        List<String> all = new ArrayList<>(ruleAnchors);
        rules = all.size();
        for (Format format : formats) {
            if (format instanceof LineFormat lines) {
                int from = all.size();
                all.addAll(lines.landmarks());
                landmarks.put(format, new Range(from, all.size()));
            }
        }
        count = all.size();
        scanner =
                AnchorScanner.of(
                        all.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList());
    }

    AnchorScanner scanner() {
        return scanner;
    }

    boolean isRule(int anchor) {
        return anchor < rules;
    }

    /** By anchor: whether it is a rule's or a landmark of this format. */
    boolean[] mattering(LineFormat format) {
        boolean[] matters = new boolean[count];
        Arrays.fill(matters, 0, rules, true);
        Range range = landmarks.get(format);
        if (range != null) {
            Arrays.fill(matters, range.from, range.to, true);
        }
        return matters;
    }

    /** Ids of the rules' anchors in a text. */
    Set<Integer> rulesIn(String text) {
        Set<Integer> found = scanner.anchorsIn(text);
        if (found.isEmpty()) {
            return found;
        }
        Set<Integer> kept = new TreeSet<>(found);
        kept.removeIf(anchor -> !isRule(anchor));
        return kept;
    }

    private record Range(int from, int to) {}
}
