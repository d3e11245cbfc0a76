package latchkey.analyzer.timeline;

import latchkey.analyzer.evidence.Mark;
import latchkey.analyzer.evidence.Order;
import latchkey.analyzer.evidence.RunKey;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The attempts and starts that the marks of all files tell of. */
public final class Timeline {
    private static final Comparator<Mark> BY_TIME =
            Order.of(
                    Order.missingLast(Mark::time),
                    Order.by(mark -> mark.quote().file()),
                    Order.by(mark -> mark.quote().line()));

    private static final Comparator<Attempt> BY_CLOCK =
            Order.of(Order.missingLast(Attempt::to), Order.missingLast(Attempt::sequence));

    private final List<Attempt> attempts;
    private final List<Instant> starts;

    private Timeline(List<Attempt> attempts, List<Instant> starts) {
        this.attempts = List.copyOf(attempts);
        this.starts = List.copyOf(starts);
    }

    /** Builds the timeline; the order of the marks does not matter where they are dated. */
    public static Timeline of(List<Mark> marks) {
        Map<String, List<Mark>> byHandler = new TreeMap<>();
        List<Instant> starts = new ArrayList<>();
        for (Mark mark : marks) {
            RunKey run = mark.run();
            if (run != null) {
                byHandler
                        .computeIfAbsent(
                                run.handler().toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                        .add(mark);
            }
            Instant time = mark.time();
            boolean start = mark.type() == Mark.Type.AGENT_STARTED || mark.type() == Mark.Type.BOOT;
            if (start && time != null) {
                starts.add(time);
            }
        }
        starts.sort(Comparator.naturalOrder());
        List<Attempt> attempts = new ArrayList<>();
        byHandler.values().forEach(ofHandler -> attempts.addAll(attemptsOf(ofHandler)));
        return new Timeline(attempts, starts);
    }

    /** All attempts, handler by handler, each handler's in order. */
    public List<Attempt> attempts() {
        return attempts;
    }

    /** Starts of the agent or of the system, in order. */
    public List<Instant> starts() {
        return starts;
    }

    public List<Attempt> attemptsOf(String handler) {
        return attempts.stream()
                .filter(attempt -> attempt.handler().equalsIgnoreCase(handler))
                .toList();
    }

    /** The attempt of the handler that a record belongs to, by its number or else by its time. */
    public Optional<Attempt> attemptOf(
            String handler, @Nullable RunKey run, @Nullable Instant time) {
        List<Attempt> known = attemptsOf(handler);
        if (run != null && run.sequence() != null && run.handler().equalsIgnoreCase(handler)) {
            Optional<Attempt> numbered =
                    known.stream().filter(attempt -> isNumbered(attempt, run)).findFirst();
            if (numbered.isPresent()) {
                return numbered;
            }
        }
        if (time == null) {
            return Optional.empty();
        }
        return known.stream()
                .filter(attempt -> attempt.covers(time))
                .min(Order.by(attempt -> distance(attempt, time)));
    }

    /**
     * A success of the handler that came after the attempt or, where that is unknown, after the
     * moment. A success without any date counts as the last word unless the handler's last numbered
     * status is a failure.
     */
    public Optional<Attempt> successAfter(
            String handler, @Nullable Attempt failed, @Nullable Instant time) {
        List<Attempt> known = attemptsOf(handler);
        boolean endsInFailure =
                !known.isEmpty()
                        && known.stream()
                                .filter(attempt -> attempt.sequence() != null)
                                .reduce(
                                        (earlier, later) ->
                                                later.isAfter(earlier) ? later : earlier)
                                .map(last -> last.result() == Attempt.Result.FAILED)
                                .orElse(false);
        return known.stream()
                .filter(attempt -> attempt.result() == Attempt.Result.SUCCEEDED)
                .filter(
                        attempt ->
                                comesAfter(attempt, failed, time)
                                        || (isUndated(attempt)
                                                && !endsInFailure
                                                && (time != null || failed != null)
                                                && !attempt.equals(failed)))
                .findFirst();
    }

    private static boolean isUndated(Attempt attempt) {
        return attempt.to() == null && attempt.sequence() == null && attempt.stated();
    }

    private static boolean comesAfter(
            Attempt success, @Nullable Attempt failed, @Nullable Instant time) {
        if (failed != null) {
            return success.isAfter(failed);
        }
        return time != null && success.to() != null && success.to().isAfter(time);
    }

    private static long distance(Attempt attempt, Instant time) {
        Instant from = attempt.from();
        Instant to = attempt.to();
        if (from == null || to == null) {
            return Long.MAX_VALUE;
        }
        long before = from.toEpochMilli() - time.toEpochMilli();
        long after = time.toEpochMilli() - to.toEpochMilli();
        return Math.max(0, Math.max(before, after));
    }

    private static List<Attempt> attemptsOf(List<Mark> marks) {
        List<Mark> ordered = new ArrayList<>(marks);
        ordered.sort(BY_TIME);
        List<AttemptBuilder> runs = runsOf(ordered);
        for (AttemptBuilder status : statusesOf(ordered)) {
            runs.stream()
                    .filter(
                            run ->
                                    run.sequence() == null
                                            || status.sequence() == null
                                            || run.sequence().equals(status.sequence()))
                    .filter(run -> run.isNear(status.to()))
                    .min(Order.by(run -> run.millisTo(status.to())))
                    .ifPresentOrElse(run -> run.absorb(status), () -> runs.add(status));
        }
        return inOrder(runs.stream().map(AttemptBuilder::build).toList());
    }

    private static boolean isNumbered(Attempt attempt, RunKey run) {
        return run.sequence() != null
                && run.sequence().equals(attempt.sequence())
                && (run.version() == null
                        || attempt.version() == null
                        || run.version().equals(attempt.version()));
    }

    /**
     * By time, but where numbers say otherwise the clock was wrong: numbered attempts stand in the
     * order of theirs.
     */
    private static List<Attempt> inOrder(List<Attempt> attempts) {
        List<Attempt> ordered = new ArrayList<>(attempts);
        ordered.sort(BY_CLOCK);
        boolean oneCount =
                ordered.stream().allMatch(one -> ordered.stream().allMatch(one::isOfSameVersion))
                        && ordered.stream()
                                .allMatch(
                                        one ->
                                                ordered.stream()
                                                        .allMatch(
                                                                other ->
                                                                        !one.isAfter(other)
                                                                                || one.sequence()
                                                                                        == null
                                                                                || other.sequence()
                                                                                        == null
                                                                                || one.sequence()
                                                                                        >= other
                                                                                                .sequence()));
        if (!oneCount) {
            return List.copyOf(ordered);
        }
        Iterator<Attempt> numbered =
                ordered.stream()
                        .filter(attempt -> attempt.sequence() != null)
                        .sorted(Order.missingLast(Attempt::sequence))
                        .toList()
                        .iterator();
        ordered.replaceAll(attempt -> attempt.sequence() == null ? attempt : numbered.next());
        return List.copyOf(ordered);
    }

    /**
     * Runs as the agent's log shows them: a start opens one, an end closes it, further ends right
     * after belong to it.
     */
    private static List<AttemptBuilder> runsOf(List<Mark> ordered) {
        List<AttemptBuilder> runs = new ArrayList<>();
        AttemptBuilder current = null;
        for (Mark mark : ordered) {
            RunKey key = mark.run();
            boolean starts = mark.type() == Mark.Type.RUN_STARTED;
            boolean ends =
                    mark.type() == Mark.Type.RUN_SUCCEEDED || mark.type() == Mark.Type.RUN_FAILED;
            if (key == null || !(starts || ends)) {
                continue;
            }
            if (current == null || !belongsTo(current, mark, starts)) {
                current = new AttemptBuilder(key);
                runs.add(current);
            }
            current.add(mark);
        }
        return runs;
    }

    private static boolean belongsTo(AttemptBuilder run, Mark mark, boolean starts) {
        if (!run.isOver()) {
            return run.stillRunsAt(mark.time());
        }
        return !starts && run.isNear(mark.time());
    }

    /**
     * The number of a status within the count of one version; an unknown version is its own until
     * it finds its like.
     */
    private record Count(int sequence, String version) {
        /** Written out for the sake of the start, as in {@link Attempt}. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Count count
                    && sequence == count.sequence
                    && version.equals(count.version);
        }

        @Override
        public int hashCode() {
            return 31 * version.hashCode() + sequence;
        }
    }

    /**
     * Statuses of one number are one attempt; a status without a number stands alone unless its
     * time is another's.
     */
    private static List<AttemptBuilder> statusesOf(List<Mark> ordered) {
        Map<Count, AttemptBuilder> numbered = new LinkedHashMap<>();
        List<AttemptBuilder> unnumbered = new ArrayList<>();
        for (Mark mark : ordered) {
            RunKey key = mark.run();
            boolean status =
                    mark.type() == Mark.Type.STATUS_SUCCESS
                            || mark.type() == Mark.Type.STATUS_ERROR
                            || mark.type() == Mark.Type.STATUS_TRANSITIONING;
            if (key == null || !status) {
                continue;
            }
            if (key.sequence() != null) {
                Count number =
                        new Count(key.sequence(), key.version() == null ? "" : key.version());
                numbered.computeIfAbsent(number, one -> new AttemptBuilder(key)).add(mark);
            } else {
                builderNear(unnumbered, key, mark).add(mark);
            }
        }
        List<AttemptBuilder> all = joined(numbered);
        List<AttemptBuilder> known = List.copyOf(all);
        for (AttemptBuilder loose : unnumbered) {
            known.stream()
                    .filter(one -> one.isNear(loose.to()))
                    .findFirst()
                    .ifPresentOrElse(one -> one.absorb(loose), () -> all.add(loose));
        }
        return all;
    }

    /** A number without a version belongs to the only version that has the number. */
    private static List<AttemptBuilder> joined(Map<Count, AttemptBuilder> numbered) {
        List<AttemptBuilder> all = new ArrayList<>();
        numbered.forEach(
                (number, builder) -> {
                    List<Count> alike =
                            numbered.keySet().stream()
                                    .filter(
                                            other ->
                                                    other.sequence() == number.sequence()
                                                            && !other.version().isEmpty())
                                    .toList();
                    AttemptBuilder only = alike.size() == 1 ? numbered.get(alike.getFirst()) : null;
                    if (number.version().isEmpty() && only != null) {
                        only.absorb(builder);
                    } else {
                        all.add(builder);
                    }
                });
        return all;
    }

    private static AttemptBuilder builderNear(List<AttemptBuilder> known, RunKey key, Mark mark) {
        for (AttemptBuilder builder : known) {
            if (mark.time() == null ? builder.to() == null : builder.isNear(mark.time())) {
                return builder;
            }
        }
        AttemptBuilder fresh = new AttemptBuilder(key);
        known.add(fresh);
        return fresh;
    }
}
