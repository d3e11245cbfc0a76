package latchkey.analyzer.format;

import latchkey.analyzer.evidence.Entry;
import latchkey.analyzer.evidence.Sink;
import latchkey.rules.rule.SourceKind;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.regex.Pattern;

/** A verbose log of Windows Installer, here of the agent's installation. */
final class MsiexecLog implements LineFormat {
    private static final SourceKind KIND = new SourceKind("msiexec-log");
    private static final PlainText TEXT = new PlainText();

    /** {@code MSI (s) (7C:A8) [12:27:20:328]}, or a property as the log ends with them. */
    private static final Pattern SERVER =
            Pattern.compile(
                    "(?m)^(?:MSI \\([scN]\\) \\(\\w{2}[:!]\\w{2}\\)|Property\\([SCN]\\): |Action"
                            + " start \\d)");

    @Override
    public SourceKind kind() {
        return KIND;
    }

    @Override
    public int recognises(Peek peek) {
        String head = peek.head();
        boolean words = head.contains("=== Verbose logging started") || SERVER.matcher(head).find();
        String name = peek.baseName();
        boolean named =
                name.startsWith("msiexec") && Grammar.isLogName(name) && !Grammar.isDocument(peek);
        return words ? 90 : named ? 72 : 0;
    }

    @Override
    public List<String> landmarks() {
        return List.of(" returned actual error code ", "Return value 3.");
    }

    @Override
    public @Nullable Header header(String line) {
        return TEXT.header(line);
    }

    @Override
    public void read(Entry entry, Sink sink) {}
}
