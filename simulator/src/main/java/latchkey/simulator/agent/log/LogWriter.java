package latchkey.simulator.agent.log;

import latchkey.simulator.world.Dice;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/** Writes a diary out: records, routines and chatter in the order of the world's time. */
final class LogWriter {
    private final Diary diary;
    private final HeaderForm form;
    private final Chatter chatter;
    private final PriorityQueue<Source> queue = new PriorityQueue<>();

    LogWriter(Diary diary, HeaderForm form, Chatter chatter) {
        this.diary = diary;
        this.form = form;
        this.chatter = chatter;
    }

    /** A part of the log that knows when it speaks next. */
    private abstract static class Source implements Comparable<Source> {
        private final int rank;

        Source(int rank) {
            this.rank = rank;
        }

        /** When it speaks next, or null when it is done. */
        abstract @Nullable Instant due();

        /** What it says now, and moves on. */
        abstract List<Routine.Line> say();

        @Override
        public int compareTo(Source other) {
            Instant mine = due();
            Instant theirs = other.due();
            if (mine == null || theirs == null) {
                return mine == null ? 1 : -1;
            }
            int byTime = mine.compareTo(theirs);
            return byTime != 0 ? byTime : Integer.compare(rank, other.rank);
        }
    }

    /** Writes what fell between the two instants of the world. */
    void write(OutputStream out, LogOptions options, Instant from, Instant until)
            throws IOException {
        enter(new Kept(diary.entries()), from, until);
        int rank = 1;
        for (Routine routine : diary.routines()) {
            enter(new Repeated(rank++, routine, diary.worldNow()), from, until);
        }
        Instant first = diary.worldStart().minus(options.past());
        Duration span = Duration.between(first, diary.worldNow());
        if (!options.past().isZero()) {
            enter(new Talk(rank++, first, Chatter.PERIOD, diary.worldStart()), from, until);
        }
        if (options.bytes() > 0 && !span.isZero()) {
            long lines = Math.max(1, options.bytes() / chatter.lineLength(form));
            Duration pace = span.dividedBy(lines);
            Duration period = pace.isZero() ? Duration.ofNanos(1) : pace;
            enter(new Talk(rank, first, period, diary.worldNow()), from, until);
        }
        drain(out, until);
    }

    private void enter(Source source, Instant from, Instant until) {
        Instant due = source.due();
        while (due != null && due.isBefore(from)) {
            source.say();
            due = source.due();
        }
        if (due != null && due.isBefore(until)) {
            queue.add(source);
        }
    }

    private void drain(OutputStream out, Instant until) throws IOException {
        while (!queue.isEmpty()) {
            Source source = queue.remove();
            Instant due = source.due();
            if (due == null || !due.isBefore(until)) {
                continue;
            }
            Instant stamp = diary.stamp(due);
            for (Routine.Line line : source.say()) {
                String header = form.header(stamp, line.thread(), line.level());
                out.write((header + line.text() + "\r\n").getBytes(StandardCharsets.UTF_8));
            }
            queue.add(source);
        }
    }

    private static final class Kept extends Source {
        private final List<Diary.Entry> entries;
        private int next;

        Kept(List<Diary.Entry> entries) {
            super(0);
            this.entries = entries;
        }

        @Override
        @org.jspecify.annotations.Nullable
        Instant due() {
            return next < entries.size() ? entries.get(next).at() : null;
        }

        @Override
        List<Routine.Line> say() {
            Diary.Entry entry = entries.get(next++);
            return List.of(new Routine.Line(entry.thread(), entry.level(), entry.text()));
        }
    }

    private static final class Repeated extends Source {
        private final Routine routine;
        private final Instant end;
        private Instant due;

        Repeated(int rank, Routine routine, Instant end) {
            super(rank);
            this.routine = routine;
            this.end = end;
            this.due = routine.from();
        }

        @Override
        @org.jspecify.annotations.Nullable
        Instant due() {
            return due.isAfter(end) || routine.isOverAt(due) ? null : due;
        }

        @Override
        List<Routine.Line> say() {
            due = due.plus(routine.period());
            return routine.lines();
        }
    }

    private final class Talk extends Source {
        private final Instant end;
        private final Duration period;
        private final Dice dice = chatter.dice();
        private Instant due;

        Talk(int rank, Instant first, Duration period, Instant end) {
            super(rank);
            this.end = end;
            this.period = period;
            this.due = first;
        }

        @Override
        @org.jspecify.annotations.Nullable
        Instant due() {
            return due.isBefore(end) ? due : null;
        }

        @Override
        List<Routine.Line> say() {
            due = due.plus(period);
            return new ArrayList<>(List.of(chatter.line(dice)));
        }
    }
}
