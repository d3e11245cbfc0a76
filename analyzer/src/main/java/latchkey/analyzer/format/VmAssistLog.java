package latchkey.analyzer.format;

import latchkey.analyzer.evidence.Entry;
import latchkey.analyzer.evidence.Sink;
import latchkey.rules.rule.SourceKind;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.regex.Pattern;

/** The log of the VM assist script; its report in HTML is a document. */
final class VmAssistLog implements LineFormat {
    private static final SourceKind KIND = new SourceKind("vmassist-report");
    private static final PlainText TEXT = new PlainText();

    /**
     * {@code 2026-03-02 09:15:07Z 00:12 01.25s text}: time, since the start, since the line before.
     */
    private static final Pattern LINE =
            Pattern.compile(
                    "(?m)^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\dZ \\d\\d:\\d\\d"
                            + " \\d\\d\\.\\d\\ds? ");

    @Override
    public SourceKind kind() {
        return KIND;
    }

    @Override
    public int recognises(Peek peek) {
        String name = peek.baseName();
        boolean named =
                name.startsWith("vmassist") && Grammar.isLogName(name) && !Grammar.isDocument(peek);
        return LINE.matcher(peek.head()).find() ? 88 : named ? 72 : 0;
    }

    @Override
    public List<String> landmarks() {
        return List.of();
    }

    @Override
    public @Nullable Header header(String line) {
        return TEXT.header(line);
    }

    @Override
    public void read(Entry entry, Sink sink) {}
}
