package latchkey.analyzer.format;

import latchkey.analyzer.evidence.Entry;
import latchkey.analyzer.evidence.Sink;
import latchkey.rules.rule.SourceKind;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The log of the agent's own installation and update. */
final class TransparentInstallerLog implements LineFormat {
    private static final SourceKind KIND = new SourceKind("transparent-installer-log");

    @Override
    public SourceKind kind() {
        return KIND;
    }

    @Override
    public int recognises(Peek peek) {
        int content = Grammar.agent(peek);
        String name = peek.baseName();
        if (name.startsWith("transparentinstaller")
                && Grammar.isLogName(name)
                && !Grammar.isDocument(peek)) {
            return Math.max(content + 12, 72);
        }
        boolean says =
                peek.head().contains("TransparentInstaller")
                        && !peek.head().contains("WindowsAzureGuestAgent");
        return says && content > 0 ? content + 3 : 0;
    }

    @Override
    public List<String> landmarks() {
        return AgentEvents.landmarks();
    }

    @Override
    public @Nullable Header header(String line) {
        return LogHead.levelled(line);
    }

    @Override
    public void read(Entry entry, Sink sink) {
        AgentEvents.read(entry, sink);
    }
}
