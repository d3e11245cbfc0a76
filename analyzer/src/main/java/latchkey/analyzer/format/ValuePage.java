package latchkey.analyzer.format;

import latchkey.analyzer.evidence.Entry;
import latchkey.analyzer.evidence.Fact;
import latchkey.analyzer.evidence.Line;
import latchkey.analyzer.evidence.Mark;
import latchkey.analyzer.evidence.Quote;
import latchkey.analyzer.evidence.RunKey;
import latchkey.rules.rule.SourceKind;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * A page whose evidence is its values: passes them on with their lines, and never lets a sealed
 * value out.
 */
final class ValuePage {
    private final Page page;
    private final SourceKind kind;
    private final Values values;
    private final List<Leaf> sealed;

    private ValuePage(Page page, SourceKind kind, List<Leaf> leaves) {
        this.page = page;
        this.kind = kind;
        this.values = new Values(leaves);
        this.sealed = leaves.stream().filter(Leaf::isSealed).toList();
    }

    static ValuePage of(Page page, SourceKind kind, List<Leaf> leaves) {
        return new ValuePage(page, kind, leaves);
    }

    /** Reads all JSON of the page; words around it become records of their own. */
    static ValuePage json(Page page, SourceKind kind) {
        JsonLeaves leaves = JsonLeaves.of(page.text());
        String because = leaves.because();
        if (because != null) {
            page.partly(because);
        }
        ValuePage values = new ValuePage(page, kind, leaves.values());
        Prose prose = new Prose(page, kind);
        leaves.prose().forEach(span -> prose.paragraphs(span.from(), span.to()));
        return values;
    }

    Values values() {
        return values;
    }

    String file() {
        return page.file();
    }

    /** Passes on every value, each with the run that the function names for its path. */
    void entries(Function<String, @Nullable RunKey> runOf) {
        for (Leaf leaf : values.all()) {
            page.entry(
                    new Entry(
                            kind,
                            page.file(),
                            List.of(lineOf(leaf)),
                            leaf.isSealed()
                                    ? "sealed, " + leaf.value().length() + " bytes"
                                    : leaf.value(),
                            leaf.path(),
                            values.fieldsOf(leaf),
                            values.timeAround(leaf.path()),
                            null,
                            runOf.apply(leaf.path())));
        }
    }

    void mark(Mark.Type type, @Nullable RunKey run, Leaf leaf) {
        Instant time = values.timeAround(leaf.path());
        page.mark(new Mark(type, run, time, quote(leaf, time)));
    }

    void fact(String name, @Nullable Leaf leaf) {
        if (leaf != null) {
            fact(name, leaf.value(), leaf);
        }
    }

    void fact(String name, String value, Leaf leaf) {
        if (!value.isBlank() && !value.equals("null")) {
            Instant time = values.timeAround(leaf.path());
            page.fact(new Fact(name, value.strip(), time, quote(leaf, time)));
        }
    }

    private Quote quote(Leaf leaf, @Nullable Instant time) {
        Line line = lineOf(leaf);
        return new Quote(page.file(), line.number(), time, line.text());
    }

    /** The line of the value; where it also holds a secret, the part between the secrets. */
    private Line lineOf(Leaf leaf) {
        if (sealed.isEmpty()) {
            return page.lineAt(leaf.offset());
        }
        int number = page.lineNumberAt(leaf.offset());
        int from = page.startOfLine(number);
        int to = page.endOfLine(number);
        for (Leaf secret : sealed) {
            if (secret.end() <= leaf.offset()) {
                from = Math.max(from, secret.end());
            } else if (secret.offset() > from && secret.offset() < to) {
                to = secret.offset();
            }
        }
        int cutFrom = Math.max(from, Math.min(leaf.offset() - 40, to - Entry.QUOTE_LIMIT));
        String text =
                page.text()
                        .substring(
                                cutFrom,
                                Math.max(cutFrom, Math.min(to, cutFrom + Entry.QUOTE_LIMIT)));
        return new Line(number, text);
    }
}
