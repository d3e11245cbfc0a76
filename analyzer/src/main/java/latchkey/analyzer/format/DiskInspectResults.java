package latchkey.analyzer.format;

import latchkey.analyzer.evidence.Entry;
import latchkey.analyzer.evidence.Fact;
import latchkey.analyzer.evidence.FactName;
import latchkey.analyzer.evidence.Sink;
import latchkey.rules.rule.SourceKind;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What a disk inspection did: which files it copied and which it did not find. */
final class DiskInspectResults implements LineFormat {
    private static final SourceKind KIND = new SourceKind("disk-inspect-results");
    private static final PlainText TEXT = new PlainText();
    private static final String PRODUCT = "Product Name: ";

    @Override
    public SourceKind kind() {
        return KIND;
    }

    @Override
    public int recognises(Peek peek) {
        String head = peek.head();
        boolean words =
                head.contains("========== Request Info ==========")
                        || (head.contains("Executing Operation [") && head.contains("copy,/"));
        return words
                ? 90
                : peek.baseName().equals("results.txt") && head.startsWith("Execution start time:")
                        ? 80
                        : 0;
    }

    @Override
    public List<String> landmarks() {
        return List.of(PRODUCT);
    }

    @Override
    public @Nullable Header header(String line) {
        return TEXT.header(line);
    }

    @Override
    public void read(Entry entry, Sink sink) {
        String line = entry.lines().getFirst().text();
        if (line.startsWith(PRODUCT) && line.length() > PRODUCT.length()) {
            String product = line.substring(PRODUCT.length()).strip();
            sink.fact(new Fact(FactName.OS_NAME, product, null, entry.quoteAt(0)));
        }
    }

    @Override
    public boolean blankLineEnds() {
        return true;
    }
}
