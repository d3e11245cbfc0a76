package latchkey.analyzer.diagnosis;

import latchkey.analyzer.evidence.Fact;
import latchkey.analyzer.evidence.Order;
import latchkey.rules.rule.Capture;
import latchkey.rules.rule.Rule;
import latchkey.rules.rule.Signal;
import latchkey.rules.rule.SourceKind;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What the signals of one rule say within one scope: an attempt, a boot, or everything. */
final class SignalTruth {
    private static final Comparator<Sighting> BY_TIME = Order.missingFirst(Sighting::time);

    private final Rule rule;
    private final RuleBook book;
    private final Observations observations;
    private final Facts facts;
    private final Predicate<Sighting> inScope;
    private final Map<String, Truth> known = new HashMap<>();

    SignalTruth(
            Rule rule,
            RuleBook book,
            Observations observations,
            Facts facts,
            Predicate<Sighting> inScope) {
        this.rule = rule;
        this.book = book;
        this.observations = observations;
        this.facts = facts;
        this.inScope = inScope;
    }

    Truth of(String name) {
        Truth truth = known.get(name);
        if (truth == null) {
            truth = ask(name, signal(name));
            known.put(name, truth);
        }
        return truth;
    }

    /**
     * The sightings of a signal in this scope, in order of time; a composite signal has those of
     * its parts.
     */
    List<Sighting> sightings(String name) {
        List<Sighting> found = new ArrayList<>();
        Signal signal = signal(name);
        if (signal instanceof Signal.Seen) {
            found.addAll(own(name));
        } else if (signal instanceof Signal.Fact fact) {
            found.addAll(ofFact(fact.name()));
        } else if (signal instanceof Signal.Version version) {
            found.addAll(ofFact(version.fact()));
        } else if (signal instanceof Signal.Count count) {
            found.addAll(sightings(count.of()));
        } else if (signal instanceof Signal.Sequence sequence) {
            sequence.of().forEach(part -> found.addAll(sightings(part)));
        }
        found.sort(BY_TIME);
        return found;
    }

    /** The variables of the rule as the latest evidence in this scope gives them. */
    Map<String, Finding.Captured> captures() {
        Map<String, Finding.Captured> captured = new LinkedHashMap<>();
        for (Capture capture : rule.captures()) {
            String value = valueOf(capture);
            if (value != null) {
                captured.put(capture.name(), new Finding.Captured(value, capture.secrecy()));
            }
        }
        return captured;
    }

    /** Whether nothing but what people say makes the signal true. */
    boolean isToldOnly(String name) {
        return switch (signal(name)) {
            case Signal.Said said -> true;
            case Signal.Count count -> isToldOnly(count.of());
            case Signal.Sequence sequence -> sequence.of().stream().allMatch(this::isToldOnly);
            case Signal.Compare compare ->
                    rule.captures().stream()
                            .filter(capture -> isSide(compare, capture))
                            .map(Capture::signal)
                            .allMatch(from -> from != null && isToldOnly(from));
            case Signal.Literal literal -> false;
            case Signal.Regex regex -> false;
            case Signal.Code code -> false;
            case Signal.Json json -> false;
            case Signal.Event event -> false;
            case Signal.Registry registry -> false;
            case Signal.Fact fact -> false;
            case Signal.Version version -> false;
            case Signal.Absent absent -> false;
        };
    }

    private static boolean isSide(Signal.Compare compare, Capture capture) {
        return capture.name().equals(compare.left()) || capture.name().equals(compare.right());
    }

    /** The kinds of source that a signal would need and that are not there. */
    Set<SourceKind> missingFor(String name) {
        Signal signal = signal(name);
        if (signal instanceof Signal.Registry) {
            return Set.of(new SourceKind("registry"));
        }
        if (signal instanceof Signal.Seen seen) {
            return withoutText(seen.in());
        }
        if (signal instanceof Signal.Absent absent) {
            return Set.of(absent.source());
        }
        if (signal instanceof Signal.Count count) {
            return missingFor(count.of());
        }
        return signal instanceof Signal.Sequence sequence
                ? missingFor(sequence.of().getFirst())
                : Set.copyOf(rule.collect());
    }

    private Signal signal(String name) {
        Signal signal = rule.evidence().get(name);
        if (signal == null) {
            throw new IllegalArgumentException("a rule names a signal it does not have");
        }
        return signal;
    }

    private Truth ask(String name, Signal signal) {
        if (signal instanceof Signal.Seen seen) {
            return seen(name, seen.in());
        }
        if (signal instanceof Signal.Fact fact) {
            return ofFact(fact.name(), new Question(fact.value())::isTrueOf);
        }
        if (signal instanceof Signal.Version version) {
            return ofFact(version.fact(), VersionRange.parse(version.range())::contains);
        }
        if (signal instanceof Signal.Absent absent) {
            return isAbsent(absent);
        }
        if (signal instanceof Signal.Count count) {
            return isCounted(count);
        }
        return signal instanceof Signal.Sequence sequence
                ? isInOrder(sequence)
                : compares((Signal.Compare) signal);
    }

    private Truth seen(String name, Set<SourceKind> in) {
        if (!own(name).isEmpty()) {
            return Truth.TRUE;
        }
        return hasLooked(in) ? Truth.FALSE : Truth.UNKNOWN;
    }

    private boolean hasLooked(Set<SourceKind> in) {
        Set<SourceKind> covered = observations.covered();
        if (in.isEmpty()) {
            return !covered.isEmpty();
        }
        for (SourceKind kind : in) {
            if (!kind.equals(SourceKind.TEXT) && covered.contains(kind)) {
                return true;
            }
        }
        return false;
    }

    private Truth ofFact(String name, Predicate<String> holds) {
        String value = facts.value(name);
        if (value == null) {
            return Truth.UNKNOWN;
        }
        return holds.test(value) ? Truth.TRUE : Truth.FALSE;
    }

    private Truth isAbsent(Signal.Absent absent) {
        if (of(absent.of()) == Truth.TRUE) {
            return Truth.FALSE;
        }
        return observations.isWhole(absent.source()) ? Truth.TRUE : Truth.UNKNOWN;
    }

    private Truth isCounted(Signal.Count count) {
        Truth any = of(count.of());
        if (any != Truth.TRUE) {
            return any == Truth.FALSE && count.atLeast() == 0 ? Truth.TRUE : any;
        }
        String group = count.distinct();
        long number = group == null ? number(count) : different(sightings(count.of()), group);
        boolean few = count.atMost() != null && number > count.atMost();
        return number >= count.atLeast() && !few ? Truth.TRUE : Truth.FALSE;
    }

    private long number(Signal.Count count) {
        return count.within() == null
                ? all(count.of())
                : mostWithin(sightings(count.of()), count.within());
    }

    private static long different(List<Sighting> sightings, String group) {
        Set<String> values = new HashSet<>();
        for (Sighting sighting : sightings) {
            String value = sighting.captures().get(group);
            if (value != null) {
                values.add(value.toLowerCase(Locale.ROOT));
            }
        }
        return values.size();
    }

    private long all(String name) {
        List<Sighting> kept = sightings(name);
        boolean unscoped =
                kept.size() == observations.sightingsOf(book.signalId(rule, name)).size();
        return unscoped ? observations.countOf(book.signalId(rule, name)) : kept.size();
    }

    private static long mostWithin(List<Sighting> ordered, Duration within) {
        List<Instant> times = times(ordered);
        if (times.isEmpty()) {
            // A pasted export without readable dates cannot be denied by a window nobody can
            // measure.
            return ordered.size();
        }
        long most = 0;
        int from = 0;
        for (int to = 0; to < times.size(); to++) {
            while (times.get(from).plus(within).isBefore(times.get(to))) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        return most;
    }

    /** Moments in rising order, those of a clock without a zone where there are no others. */
    private static List<Instant> times(List<Sighting> ordered) {
        List<Instant> times =
                ordered.stream().map(Sighting::time).filter(time -> time != null).toList();
        return times.isEmpty()
                ? ordered.stream()
                        .map(Sighting::clock)
                        .filter(clock -> clock != null)
                        .map(clock -> clock.toInstant(ZoneOffset.UTC))
                        .sorted()
                        .toList()
                : times;
    }

    private Truth isInOrder(Signal.Sequence sequence) {
        Truth all = Truth.TRUE;
        for (String part : sequence.of()) {
            all = all.and(of(part));
        }
        if (all != Truth.TRUE) {
            return all;
        }
        for (Sighting first : sightings(sequence.of().getFirst())) {
            if (isFollowed(first, sequence)) {
                return Truth.TRUE;
            }
        }
        return Truth.FALSE;
    }

    private boolean isFollowed(Sighting first, Signal.Sequence sequence) {
        Sighting previous = first;
        for (String part : sequence.of().subList(1, sequence.of().size())) {
            Sighting before = previous;
            Optional<Sighting> next =
                    sightings(part).stream()
                            .filter(sighting -> comesAfter(sighting, before))
                            .findFirst();
            if (next.isEmpty()) {
                return false;
            }
            previous = next.get();
        }
        Instant start = first.time();
        Instant end = previous.time();
        Duration within = sequence.within();
        return within == null || start == null || end == null || !end.isAfter(start.plus(within));
    }

    private static boolean comesAfter(Sighting later, Sighting earlier) {
        if (later.quote().file().equals(earlier.quote().file())) {
            return later.quote().line() >= earlier.quote().line();
        }
        Instant after = later.time();
        Instant before = earlier.time();
        return after != null && before != null && !after.isBefore(before);
    }

    private Truth compares(Signal.Compare compare) {
        Map<String, Finding.Captured> captured = captures();
        Finding.Captured left = captured.get(compare.left());
        Finding.Captured right = captured.get(compare.right());
        return left == null || right == null
                ? Truth.UNKNOWN
                : Comparison.of(compare).between(left.value(), right.value());
    }

    private List<Sighting> own(String name) {
        return observations.sightingsOf(book.signalId(rule, name)).stream()
                .filter(inScope)
                .toList();
    }

    private List<Sighting> ofFact(String name) {
        return facts.find(name)
                .map(fact -> List.of(new Sighting(fact.quote(), SourceKind.TEXT, null, Map.of())))
                .orElse(List.of());
    }

    private @Nullable String valueOf(Capture capture) {
        if (capture.fact() != null) {
            return facts.find(capture.fact()).map(Fact::value).orElse(null);
        }
        String signal = capture.signal();
        String group = capture.group();
        if (signal == null || group == null) {
            return null;
        }
        List<Sighting> ordered = sightings(signal);
        for (Sighting sighting : ordered.reversed()) {
            String value = sighting.captures().get(group);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static Set<SourceKind> withoutText(Set<SourceKind> in) {
        return in.stream()
                .filter(kind -> !kind.equals(SourceKind.TEXT))
                .collect(java.util.stream.Collectors.toSet());
    }
}
