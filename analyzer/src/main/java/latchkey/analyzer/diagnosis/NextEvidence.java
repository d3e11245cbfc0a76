package latchkey.analyzer.diagnosis;

import latchkey.analyzer.evidence.Order;
import latchkey.rules.rule.Kind;
import latchkey.rules.rule.Pack;
import latchkey.rules.rule.Rule;
import latchkey.rules.rule.RuleId;
import latchkey.rules.rule.Source;
import latchkey.rules.rule.SourceKind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names the file that would separate the leading explanations best, and says why. */
final class NextEvidence {
    private static final int LIMIT = 3;

    private final Pack pack;
    private final Set<SourceKind> covered;
    private final Map<RuleId, RuleVerdict> verdicts;

    NextEvidence(Pack pack, Set<SourceKind> covered, Map<RuleId, RuleVerdict> verdicts) {
        this.pack = pack;
        this.covered = covered;
        this.verdicts = verdicts;
    }

    /**
     * @param leading findings that the answer rests on: symptoms without a cause, or the causes
     *     found
     */
    List<Diagnosis.Next> after(List<Finding> leading) {
        Set<SourceKind> asked = new LinkedHashSet<>();
        leading.forEach(finding -> asked.addAll(finding.rule().collect()));
        Map<SourceKind, List<Rule>> deciding = new LinkedHashMap<>();
        asked.stream()
                .filter(this::isMissing)
                .forEach(kind -> deciding.put(kind, new ArrayList<>()));
        List<Rule> open = openExplanations(leading);
        for (Rule rule : open) {
            if (verdicts.get(rule.id()) instanceof RuleVerdict.Undecided undecided) {
                undecided.missing().stream()
                        .sorted()
                        .filter(this::isMissing)
                        .forEach(
                                kind ->
                                        deciding.computeIfAbsent(kind, key -> new ArrayList<>())
                                                .add(rule));
            }
        }
        List<Candidate> order = new ArrayList<>();
        List<SourceKind> wished = List.copyOf(asked);
        deciding.forEach(
                (kind, rules) -> order.add(new Candidate(kind, rules, wished.indexOf(kind))));
        order.sort(
                Order.of(
                        Order.by(
                                (Candidate candidate) ->
                                        -separation(candidate.decides().size(), open.size())),
                        Order.by(
                                candidate ->
                                        candidate.wish() < 0 ? wished.size() : candidate.wish()),
                        Order.by(Candidate::kind)));
        return order.stream()
                .limit(LIMIT)
                .map(candidate -> next(candidate.kind(), candidate.decides()))
                .toList();
    }

    /**
     * A source that is not there, the open explanations it would decide, and its place in the
     * rule's own wish list.
     */
    private record Candidate(SourceKind kind, List<Rule> decides, int wish) {}

    /**
     * A source that decides half of the open explanations separates them best; one that decides
     * none only confirms.
     */
    private static int separation(int decided, int open) {
        return decided == 0 ? 0 : 1 + Math.min(decided, open - decided);
    }

    private boolean isMissing(SourceKind kind) {
        return !covered.contains(kind)
                && !kind.equals(SourceKind.TEXT)
                && pack.sources().containsKey(kind);
    }

    /** Causes nobody could decide and that would account for one of the leading findings. */
    private List<Rule> openExplanations(List<Finding> leading) {
        List<Rule> open = new ArrayList<>();
        for (Rule rule : pack.rules().values()) {
            boolean undecided = verdicts.get(rule.id()) instanceof RuleVerdict.Undecided;
            boolean accounts =
                    leading.stream()
                            .anyMatch(
                                    finding ->
                                            rule.relations()
                                                    .explains()
                                                    .contains(finding.rule().id()));
            if (rule.kind() == Kind.CAUSE && undecided && accounts) {
                open.add(rule);
            }
        }
        return open;
    }

    private Diagnosis.Next next(SourceKind kind, List<Rule> decides) {
        Source source = pack.sources().get(kind);
        if (source == null) {
            throw new IllegalArgumentException(
                    "a kind of source without an entry in the vocabulary");
        }
        String why =
                decides.isEmpty()
                        ? "it holds the handler's or the platform's own words about this failure"
                        : "it would confirm or rule out: "
                                + String.join(
                                        "; ", decides.stream().limit(3).map(Rule::title).toList());
        return new Diagnosis.Next(source, why);
    }
}
