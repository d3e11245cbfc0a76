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

    /**
     * An undated success is the last status once more where a dated one is known: a request that
     * was refused since then leaves no status.
     */
    private static boolean repeatsOneOf(List<Attempt> known, Attempt undated) {
        return undated.result() == Attempt.Result.SUCCEEDED
                && isUndated(undated)
                && known.stream()
                        .filter(attempt -> attempt.result() == Attempt.Result.SUCCEEDED)
                        .anyMatch(
                                attempt -> attempt.to() != null && attempt.isOfRequested(undated));
    }

    private static boolean comesAfter(
            Attempt success, @Nullable Attempt failed, @Nullable Instant time) {
        if (failed != null) {
            return success.isAfter(failed) || (success.equals(failed) && beganAfter(success, time));
        }
        return time != null && success.to() != null && success.to().isAfter(time);
    }

    /** What happened close before a run is counted to it, though it cannot have failed by it. */
    private static boolean beganAfter(Attempt attempt, @Nullable Instant time) {
        Instant from = attempt.from();
        return time != null && from != null && time.isBefore(from);
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
        join(runs, numberedOf(ordered));
        join(runs, looseOf(ordered));
        List<Attempt> all = runs.stream().map(AttemptBuilder::build).toList();
        return inOrder(all.stream().filter(attempt -> !repeatsOneOf(all, attempt)).toList());
    }

    /**
     * Gives every status to the run it is nearest to, the closest first: a request refused a moment
     * before is no status of the run. What fits no run is one of its own.
     */
    private static void join(List<AttemptBuilder> runs, List<AttemptBuilder> statuses) {
        List<Placed> closestFirst =
                statuses.stream()
                        .map(status -> new Placed(status, millisToNearest(runs, status)))
                        .sorted(Order.by(Placed::distance))
                        .toList();
        for (Placed placed : closestFirst) {
            AttemptBuilder status = placed.status();
            runs.stream()
                    .filter(run -> run.fits(status))
                    .min(Order.by(run -> run.millisTo(status.to())))
                    .ifPresentOrElse(run -> run.absorb(status), () -> runs.add(status));
        }
    }

    private record Placed(AttemptBuilder status, long distance) {}

    private static long millisToNearest(List<AttemptBuilder> runs, AttemptBuilder status) {
        return runs.stream()
                .mapToLong(run -> run.millisTo(status.to()))
                .min()
                .orElse(Long.MAX_VALUE);
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

    /** Statuses of one number are one attempt. */
    private static List<AttemptBuilder> numberedOf(List<Mark> ordered) {
        Map<Count, AttemptBuilder> numbered = new LinkedHashMap<>();
        for (Mark mark : ordered) {
            RunKey key = mark.run();
            if (key != null && key.sequence() != null && isStatus(mark)) {
                Count number =
                        new Count(key.sequence(), key.version() == null ? "" : key.version());
                numbered.computeIfAbsent(number, one -> new AttemptBuilder(key)).add(mark);
            }
        }
        return joined(numbered);
    }

    /** Statuses without a number, each by itself. */
    private static List<AttemptBuilder> looseOf(List<Mark> ordered) {
        List<AttemptBuilder> loose = new ArrayList<>();
        for (Mark mark : ordered) {
            RunKey key = mark.run();
            if (key != null && key.sequence() == null && isStatus(mark)) {
                AttemptBuilder builder = new AttemptBuilder(key);
                builder.add(mark);
                loose.add(builder);
            }
        }
        return loose;
    }

    private static boolean isStatus(Mark mark) {
        return mark.type() == Mark.Type.STATUS_SUCCESS
                || mark.type() == Mark.Type.STATUS_ERROR
                || mark.type() == Mark.Type.STATUS_TRANSITIONING;
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
}
