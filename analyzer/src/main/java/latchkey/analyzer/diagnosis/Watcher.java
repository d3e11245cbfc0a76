package latchkey.analyzer.diagnosis;

import latchkey.analyzer.evidence.Entry;
import latchkey.analyzer.evidence.Fact;
import latchkey.analyzer.evidence.Mark;
import latchkey.analyzer.evidence.Notes;
import latchkey.analyzer.evidence.Quote;
import latchkey.analyzer.evidence.Sink;
import latchkey.rules.rule.SourceKind;

import org.jspecify.annotations.Nullable;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Watches the records of one file go by and keeps what the rules look for. Confined to the thread
 * that reads the file.
 */
public final class Watcher implements Sink {
    /** A file cannot tell more marks than this; the first and the last ones are kept. */
    private static final int MARK_LIMIT = 20_000;

    private static final int FACT_LIMIT = 5_000;
    private static final int IN_TEXT_LIMIT = 2_000;

    /** Something seen in a text that people may have written, and where in its line. */
    private record InText(SightingLog log, Sighting sighting, int column) {}

    private final RuleBook book;
    private final Window window;
    private final Map<Integer, SightingLog> sightings = new HashMap<>();
    private final List<Mark> marks = new ArrayList<>();
    private final Map<Mark.Type, Mark> lastOfType = new EnumMap<>(Mark.Type.class);
    private final List<Fact> facts = new ArrayList<>();
    private final Clusters clusters = new Clusters();
    private final BitSet listed = new BitSet();
    private final List<InText> inText = new ArrayList<>();
    private boolean tellsFailure;

    Watcher(RuleBook book, Window window) {
        this.book = book;
        this.window = window;
    }

    @Override
    public void entry(Entry entry, Set<Integer> anchors) {
        if (!window.holds(entry.time())) {
            return;
        }
        BitSet asked = new BitSet();
        boolean understood = false;
        boolean known = false;
        for (int anchor : anchors) {
            for (Probe probe : book.probesAt(anchor)) {
                boolean seen = ask(probe, entry, asked);
                known |= seen;
                understood |= seen && book.isUnderstoodBy(probe.signal);
            }
        }
        for (Probe probe : structured(entry)) {
            boolean seen = ask(probe, entry, asked);
            known |= seen;
            understood |= seen && book.isUnderstoodBy(probe.signal);
        }
        if (!understood) {
            clusters.consider(entry, known);
        }
    }

    @Override
    public void notes(Notes notes) {
        listed.or(notes.listed());
        if (notes.lines().isEmpty()) {
            return;
        }
        Speech speech = new Speech(notes);
        for (InText seen : inText) {
            if (speech.leavesOpen(seen.sighting().quote().line(), seen.column())) {
                seen.log().remove(seen.sighting());
            }
        }
        for (Hearing.Heard heard : book.hearing().in(speech)) {
            SightingLog log = sightings.computeIfAbsent(heard.signal(), key -> new SightingLog());
            int line = 0;
            for (int place : heard.places()) {
                Quote quote = speech.quoteAt(place);
                if (quote.line() != line) {
                    log.add(new Sighting(quote, SourceKind.TEXT, null, heard.captures()));
                    line = quote.line();
                }
            }
        }
    }

    @Override
    public void mark(Mark mark) {
        if (!window.holds(mark.time())) {
            return;
        }
        tellsFailure |= mark.type() == Mark.Type.STATUS_ERROR;
        if (mark.run() == null) {
            keepLast(mark);
        } else {
            if (marks.size() == MARK_LIMIT) {
                marks.remove(MARK_LIMIT / 2);
            }
            marks.add(mark);
        }
    }

    @Override
    public void fact(Fact fact) {
        if (facts.size() < FACT_LIMIT && window.holds(fact.time())) {
            facts.add(fact);
        }
    }

    Map<Integer, SightingLog> sightings() {
        return sightings;
    }

    /** Lines that list errors with their solutions. */
    BitSet listed() {
        return listed;
    }

    List<Mark> marks() {
        List<Mark> all = new ArrayList<>(marks);
        all.addAll(lastOfType.values());
        return all;
    }

    List<Fact> facts() {
        return facts;
    }

    Clusters clusters() {
        return clusters;
    }

    boolean tellsFailure() {
        return tellsFailure;
    }

    /**
     * Of the agent's own marks, heartbeats above all, starts are all kept and of the rest only the
     * last.
     */
    private void keepLast(Mark mark) {
        boolean start = mark.type() == Mark.Type.AGENT_STARTED || mark.type() == Mark.Type.BOOT;
        if (start && marks.size() < MARK_LIMIT) {
            marks.add(mark);
        } else {
            lastOfType.put(mark.type(), mark);
        }
    }

    private List<Probe> structured(Entry entry) {
        List<Probe> probes = new ArrayList<>();
        if (entry.path() != null) {
            probes.addAll(book.ofDocuments());
            if (entry.text().length() <= 40) {
                probes.addAll(book.probesOfBareCode(entry.text().trim().toLowerCase(Locale.ROOT)));
            }
        }
        if (entry.fields().containsKey("event-id")) {
            probes.addAll(book.ofEvents());
        }
        if (entry.fields().containsKey("key")) {
            probes.addAll(book.ofRegistry());
        }
        return probes;
    }

    private boolean ask(Probe probe, Entry entry, BitSet asked) {
        if (asked.get(probe.signal) || !probe.looksAt(entry)) {
            return false;
        }
        asked.set(probe.signal);
        Expression.Found found = probe.findIn(entry);
        if (found == null) {
            return false;
        }
        SightingLog log = sightings.computeIfAbsent(probe.signal, key -> new SightingLog());
        add(found, entry, log);
        for (Expression.Found further : probe.furtherIn(entry, found)) {
            add(further, entry, log);
        }
        return true;
    }

    private void add(Expression.Found found, Entry entry, SightingLog log) {
        Sighting sighting =
                new Sighting(
                        entry.quoteAt(found.at()),
                        entry.kind(),
                        entry.run(),
                        found.groups(),
                        clockOf(entry));
        log.add(sighting);
        if (entry.path() == null
                && entry.time() == null
                && entry.kind().equals(SourceKind.TEXT)
                && inText.size() < IN_TEXT_LIMIT) {
            inText.add(new InText(log, sighting, entry.columnAt(found.at())));
        }
    }

    private static @Nullable LocalDateTime clockOf(Entry entry) {
        String clock = entry.fields().get(Entry.CLOCK);
        return clock == null ? null : LocalDateTime.parse(clock);
    }
}
