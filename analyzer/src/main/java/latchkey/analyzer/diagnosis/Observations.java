package latchkey.analyzer.diagnosis;

import latchkey.analyzer.evidence.Coverage;
import latchkey.analyzer.evidence.Fact;
import latchkey.analyzer.evidence.Mark;
import latchkey.analyzer.timeline.Timeline;
import latchkey.rules.rule.SourceKind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Everything that the files of one machine showed, joined in the order of their names. */
final class Observations {
    /**
     * Notes, mails, chats, and what a console printed one command after the other: their lines
     * stand in the order of what happened.
     */
    private static final Set<String> IN_TOLD_ORDER =
            Set.of(SourceKind.TEXT.id(), "client-error", "rdp-client-message");

    private final Map<Integer, List<Sighting>> sightings = new HashMap<>();
    private final Map<Integer, Long> counts = new HashMap<>();
    private final Map<SourceKind, Coverage.Read> covered = new TreeMap<>();
    private final List<Mark> marks = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private final Clusters clusters = new Clusters();
    private final Set<String> filesThatTellFailure = new TreeSet<>();
    private final Set<String> texts = new TreeSet<>();

    void add(Watcher watcher, Coverage coverage, ErrorList list) {
        watcher.sightings()
                .forEach(
                        (signal, log) -> {
                            List<Sighting> kept = new ArrayList<>(log.kept());
                            boolean part = kept.removeIf(list.evidence(signal).negate());
                            if (!kept.isEmpty()) {
                                sightings
                                        .computeIfAbsent(signal, key -> new ArrayList<>())
                                        .addAll(kept);
                                counts.merge(signal, part ? kept.size() : log.count(), Long::sum);
                            }
                        });
        marks.addAll(watcher.marks());
        facts.addAll(watcher.facts());
        clusters.addAll(watcher.clusters());
        if (IN_TOLD_ORDER.contains(coverage.kind().id())) {
            texts.add(coverage.file());
        }
        if (watcher.tellsFailure()) {
            filesThatTellFailure.add(coverage.file());
        }
        if (coverage.read() == Coverage.Read.WHOLE || coverage.read() == Coverage.Read.PART) {
            covered.merge(coverage.kind(), coverage.read(), Observations::lesser);
        }
    }

    List<Sighting> sightingsOf(int signal) {
        return sightings.getOrDefault(signal, List.of());
    }

    long countOf(int signal) {
        return counts.getOrDefault(signal, 0L);
    }

    Set<SourceKind> covered() {
        return covered.keySet();
    }

    boolean isWhole(SourceKind kind) {
        return covered.get(kind) == Coverage.Read.WHOLE;
    }

    Timeline timeline() {
        return Timeline.of(marks);
    }

    List<Mark> marks() {
        return marks;
    }

    Facts facts() {
        return Facts.of(facts);
    }

    Clusters clusters() {
        return clusters;
    }

    /**
     * Files of unknown origin: notes, mails, chats, whose lines stand in the order of what
     * happened.
     */
    Set<String> texts() {
        return texts;
    }

    boolean tellsFailure(String file) {
        return filesThatTellFailure.contains(file);
    }

    private static Coverage.Read lesser(Coverage.Read a, Coverage.Read b) {
        return a == Coverage.Read.PART || b == Coverage.Read.PART
                ? Coverage.Read.PART
                : Coverage.Read.WHOLE;
    }
}
