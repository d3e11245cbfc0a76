package latchkey.analyzer.diagnosis;

import latchkey.rules.rule.Decision;
import latchkey.rules.rule.Kind;
import latchkey.rules.rule.Rule;
import latchkey.rules.rule.Signal;
import latchkey.rules.rule.SourceKind;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Knows a list of errors when it sees one: a saved page of documentation, a wiki page, an answer of
 * a forum. Such a text names the errors of several causes without a time, and proves none of them.
 */
final class ErrorList {
    /** A machine with so many causes at once has not been met; two at once have. */
    private static final int CAUSES = 3;

    private final RuleBook book;
    private final boolean listed;
    private final BitSet lines;

    /** Looks at what was seen in one file. */
    ErrorList(RuleBook book, Watcher watcher) {
        this.book = book;
        this.lines = watcher.listed();
        this.listed = isListed(watcher.sightings());
    }

    /** Which sightings of a signal in the file count as evidence. */
    Predicate<Sighting> evidence(int signal) {
        Kind kind = book.ruleOf(signal).kind();
        boolean failure = kind == Kind.CAUSE || kind == Kind.SYMPTOM;
        return sighting ->
                !failure
                        || (!lines.get(sighting.quote().line())
                                && (!listed || !isQuoted(sighting)));
    }

    private boolean isListed(Map<Integer, SightingLog> sightings) {
        Map<String, Set<String>> causesOfFile = new TreeMap<>();
        sightings.forEach(
                (signal, log) -> {
                    String cause = book.ruleOf(signal).cause();
                    if (cause != null && isEnough(signal)) {
                        log.kept().stream()
                                .filter(ErrorList::isQuoted)
                                .forEach(
                                        sighting ->
                                                causesOfFile
                                                        .computeIfAbsent(
                                                                sighting.quote().file(),
                                                                file -> new TreeSet<>())
                                                        .add(cause));
                    }
                });
        return causesOfFile.values().stream().anyMatch(causes -> causes.size() >= CAUSES);
    }

    private static boolean isQuoted(Sighting sighting) {
        return sighting.kind().equals(SourceKind.TEXT) && sighting.time() == null;
    }

    /**
     * Whether the signal alone makes its rule fire: the whole message of an error and no part. What
     * people say is a statement already and no entry of a list.
     */
    private boolean isEnough(int signal) {
        Rule rule = book.ruleOf(signal);
        String name = book.nameOf(signal);
        if (rule.evidence().get(name) instanceof Signal.Said) {
            return false;
        }
        Decision decision = rule.decision();
        return List.of(name).containsAll(decision.all())
                && (decision.any().isEmpty() || decision.any().contains(name))
                && decision.atLeast() == 0;
    }
}
