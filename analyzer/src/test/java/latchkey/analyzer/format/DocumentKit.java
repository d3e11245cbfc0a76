package latchkey.analyzer.format;

import latchkey.analyzer.evidence.Entry;
import latchkey.analyzer.evidence.Fact;
import latchkey.analyzer.evidence.Mark;
import latchkey.analyzer.evidence.Quote;
import latchkey.analyzer.evidence.Sink;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Reads a document with the format that is surest of it and keeps what comes out. */
final class DocumentKit {
    private DocumentKit() {}

    /** What a document gave. */
    static final class Kept implements Sink {
        final List<Entry> entries = new ArrayList<>();
        final List<Mark> marks = new ArrayList<>();
        final List<Fact> facts = new ArrayList<>();

        @Override
        public void entry(Entry entry, Set<Integer> anchors) {
            entries.add(entry);
        }

        @Override
        public void mark(Mark mark) {
            marks.add(mark);
        }

        @Override
        public void fact(Fact fact) {
            facts.add(fact);
        }

        Entry at(String path) {
            return entries.stream()
                    .filter(entry -> path.equals(entry.path()))
                    .findFirst()
                    .orElseThrow();
        }

        List<String> factLines() {
            return facts.stream().map(fact -> fact.name() + "=" + fact.value()).toList();
        }

        List<Mark.Type> markTypes() {
            return marks.stream().map(Mark::type).toList();
        }

        List<Quote> quotes() {
            List<Quote> all = new ArrayList<>();
            entries.forEach(entry -> all.add(entry.quoteAt(0)));
            entries.forEach(
                    entry -> all.add(entry.quoteAt(Math.max(0, entry.text().length() - 1))));
            marks.forEach(mark -> all.add(mark.quote()));
            facts.forEach(fact -> all.add(fact.quote()));
            return all;
        }
    }

    static DocumentFormat formatOf(String name, String text) {
        var peek = new Peek(name, text.substring(0, Math.min(text.length(), 16384)));
        return (DocumentFormat)
                DocumentFormats.all().stream()
                        .max(Comparator.comparingInt(format -> format.recognises(peek)))
                        .filter(format -> format.recognises(peek) > 1)
                        .orElseThrow(() -> new AssertionError("no format recognises " + name));
    }

    static Kept read(String name, String text) {
        return read(formatOf(name, text), new ArrayList<>(), name, text);
    }

    /** Reads and notes why the page was read in part, if so. */
    static Kept read(DocumentFormat format, List<String> because, String name, String text) {
        var kept = new Kept();
        var page = new Page(name, text, kept, entry -> Set.of());
        format.read(page);
        if (page.because() != null) {
            because.add(page.because());
        }
        return kept;
    }
}
