package latchkey.analyzer.diagnosis;

import latchkey.analyzer.evidence.FactName;
import latchkey.analyzer.evidence.RunKey;
import latchkey.analyzer.timeline.Attempt;
import latchkey.analyzer.timeline.Timeline;
import latchkey.rules.rule.Decision;
import latchkey.rules.rule.Rule;
import latchkey.rules.rule.Signal;
import latchkey.rules.rule.Source;
import latchkey.rules.rule.SourceKind;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks one rule at a time: does it apply, and in which attempts does its evidence hold. */
final class Judge {
    private static final int PROOF_LIMIT = 8;
    private static final int PROOF_PER_SIGNAL = 3;

    private final RuleBook book;
    private final Observations observations;
    private final Timeline timeline;
    private final Facts facts;

    Judge(RuleBook book, Observations observations, Timeline timeline, Facts facts) {
        this.book = book;
        this.observations = observations;
        this.timeline = timeline;
        this.facts = facts;
    }

    /** The verdict before other rules have had their say; what fired is all standing. */
    RuleVerdict judge(Rule rule) {
        String inapplicable = whyNotApplicable(rule);
        if (inapplicable != null) {
            return new RuleVerdict.NotApplicable(inapplicable);
        }
        List<Finding> findings = new ArrayList<>();
        SignalTruth last = null;
        for (Group group : groupsOf(rule)) {
            SignalTruth truth = new SignalTruth(rule, book, observations, facts, group.holds());
            last = truth;
            if (decide(rule.decision(), truth) == Truth.TRUE) {
                findingOf(rule, group, truth).ifPresent(findings::add);
            }
        }
        if (!findings.isEmpty()) {
            Finding latest = findings.getFirst();
            return new RuleVerdict.Fired(
                    findings,
                    List.of(),
                    "its evidence is in " + latest.proof().getFirst().quote().file());
        }
        return withoutFinding(rule, Objects.requireNonNull(last));
    }

    /**
     * The handler whose attempts the rule's evidence is grouped by and whose success makes it
     * history.
     */
    static String handlerOf(Rule rule) {
        String handler = rule.applies().handler();
        return handler == null ? RunKey.VMACCESS : handler;
    }

    static Truth decide(Decision decision, SignalTruth truth) {
        Truth all = Truth.TRUE;
        for (String name : decision.all()) {
            all = all.and(truth.of(name));
        }
        if (!decision.any().isEmpty()) {
            Truth any = Truth.FALSE;
            for (String name : decision.any()) {
                any = any.or(truth.of(name));
            }
            all = all.and(any);
        }
        if (decision.atLeast() > 0) {
            all = all.and(atLeast(decision, truth));
        }
        // What would contradict counts only when it is seen: a pasted message has no other source
        // to look at.
        for (String name : decision.none()) {
            all = all.and(truth.of(name) == Truth.TRUE ? Truth.FALSE : Truth.TRUE);
        }
        return all;
    }

    private static Truth atLeast(Decision decision, SignalTruth truth) {
        long seen = decision.of().stream().filter(name -> truth.of(name) == Truth.TRUE).count();
        long possible =
                decision.of().stream().filter(name -> truth.of(name) != Truth.FALSE).count();
        if (seen >= decision.atLeast()) {
            return Truth.TRUE;
        }
        return possible >= decision.atLeast() ? Truth.UNKNOWN : Truth.FALSE;
    }

    private @Nullable String whyNotApplicable(Rule rule) {
        String os = rule.applies().os();
        String family = facts.value(FactName.OS_FAMILY);
        if (os != null && family != null && !os.equalsIgnoreCase(family)) {
            return "it is about " + os + ", and this machine runs " + family;
        }
        for (Map.Entry<String, String> range : rule.applies().versions().entrySet()) {
            String version = facts.value(range.getKey());
            if (version != null && !VersionRange.parse(range.getValue()).contains(version)) {
                return range.getKey() + " is " + version + ", outside " + range.getValue();
            }
        }
        return null;
    }

    /** A scope within which signals belong together. */
    private record Group(@Nullable Attempt attempt, Predicate<Sighting> holds) {}

    /** The groups to ask, the latest first; what belongs to no attempt belongs to every one. */
    private List<Group> groupsOf(Rule rule) {
        return switch (rule.scope()) {
            case BUNDLE -> List.of(new Group(null, sighting -> true));
            case ATTEMPT -> attemptGroups(rule);
            case BOOT -> bootGroups(rule);
        };
    }

    private List<Group> attemptGroups(Rule rule) {
        Set<Attempt> attempts = new LinkedHashSet<>();
        decisiveSightings(rule)
                .forEach(sighting -> attemptOf(rule, sighting).ifPresent(attempts::add));
        if (attempts.isEmpty()) {
            return List.of(new Group(null, sighting -> true));
        }
        List<Attempt> inOrder =
                timeline.attemptsOf(handlerOf(rule)).stream().filter(attempts::contains).toList();
        List<Group> groups = new ArrayList<>();
        for (Attempt attempt : inOrder.reversed()) {
            groups.add(
                    new Group(
                            attempt,
                            sighting ->
                                    attemptOf(rule, sighting).map(attempt::equals).orElse(true)));
        }
        return groups;
    }

    private List<Group> bootGroups(Rule rule) {
        Set<Integer> boots = new TreeSet<>(Comparator.reverseOrder());
        decisiveSightings(rule)
                .filter(sighting -> sighting.time() != null)
                .forEach(sighting -> boots.add(bootOf(sighting)));
        if (boots.isEmpty()) {
            return List.of(new Group(null, sighting -> true));
        }
        List<Group> groups = new ArrayList<>();
        for (int boot : boots) {
            groups.add(
                    new Group(
                            null, sighting -> sighting.time() == null || bootOf(sighting) == boot));
        }
        return groups;
    }

    private int bootOf(Sighting sighting) {
        Instant time = sighting.time();
        return time == null
                ? -1
                : (int) timeline.starts().stream().filter(start -> !start.isAfter(time)).count();
    }

    private Stream<Sighting> decisiveSightings(Rule rule) {
        SignalTruth everything = new SignalTruth(rule, book, observations, facts, sighting -> true);
        return decisiveNames(rule.decision()).flatMap(name -> everything.sightings(name).stream());
    }

    private static Stream<String> decisiveNames(Decision decision) {
        return Stream.of(decision.all(), decision.any(), decision.of())
                .flatMap(List::stream)
                .distinct();
    }

    private Optional<Attempt> attemptOf(Rule rule, Sighting sighting) {
        return timeline.attemptOf(handlerOf(rule), sighting.run(), sighting.time());
    }

    private Optional<Finding> findingOf(Rule rule, Group group, SignalTruth truth) {
        List<Finding.Proof> proof = new ArrayList<>();
        Instant last = null;
        Attempt attempt = group.attempt();
        Set<String> quoted = new LinkedHashSet<>();
        List<String> seen =
                decisiveNames(rule.decision())
                        .filter(name -> truth.of(name) == Truth.TRUE)
                        .toList();
        for (String name : seen) {
            List<Sighting> sightings = truth.sightings(name).reversed();
            Signal signal = rule.evidence().get(name);
            String says = signal == null || signal.says().isEmpty() ? rule.title() : signal.says();
            int kept = 0;
            for (Sighting sighting : sightings) {
                last = later(last, sighting.time());
                if (attempt == null) {
                    attempt = attemptOf(rule, sighting).orElse(null);
                }
                boolean fresh = quoted.add(sighting.quote().file() + ':' + sighting.quote().line());
                if (fresh && kept < PROOF_PER_SIGNAL && proof.size() < PROOF_LIMIT) {
                    proof.add(new Finding.Proof(sighting.quote(), says));
                    kept++;
                }
            }
        }
        if (proof.isEmpty()) {
            return Optional.empty();
        }
        boolean told = seen.stream().allMatch(name -> truth.isToldOnly(name));
        return Optional.of(new Finding(rule, attempt, last, proof, truth.captures(), told));
    }

    static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isAfter(b) ? a : b;
    }

    private RuleVerdict withoutFinding(Rule rule, SignalTruth truth) {
        Decision decision = rule.decision();
        if (decide(decision, truth) == Truth.UNKNOWN) {
            Set<SourceKind> missing =
                    decisiveNames(decision)
                            .filter(name -> truth.of(name) == Truth.UNKNOWN)
                            .flatMap(name -> truth.missingFor(name).stream())
                            .collect(Collectors.toCollection(TreeSet::new));
            return new RuleVerdict.Undecided("it cannot tell without " + titles(missing), missing);
        }
        Optional<String> contradicted =
                decision.none().stream().filter(name -> truth.of(name) == Truth.TRUE).findFirst();
        if (contradicted.isPresent()) {
            return new RuleVerdict.Quiet(
                    "'"
                            + contradicted.get()
                            + "' was seen"
                            + whereSeen(truth, contradicted.get())
                            + ", which contradicts it");
        }
        String unseen =
                decisiveNames(decision)
                        .filter(name -> truth.of(name) == Truth.FALSE)
                        .map(name -> "'" + name + "'")
                        .collect(Collectors.joining(" and "));
        return new RuleVerdict.Quiet(
                (unseen.isEmpty() ? "its evidence" : unseen)
                        + " was not seen in "
                        + titles(observations.covered()));
    }

    private static String whereSeen(SignalTruth truth, String name) {
        return truth.sightings(name).stream()
                .findFirst()
                .map(
                        sighting ->
                                " in "
                                        + sighting.quote().file()
                                        + " line "
                                        + sighting.quote().line())
                .orElse("");
    }

    private String titles(Set<SourceKind> kinds) {
        if (kinds.isEmpty()) {
            return "more evidence";
        }
        return kinds.stream().sorted().map(this::title).collect(Collectors.joining(", "));
    }

    private String title(SourceKind kind) {
        Source source = book.pack().sources().get(kind);
        return source == null ? kind.id() : source.title();
    }
}
