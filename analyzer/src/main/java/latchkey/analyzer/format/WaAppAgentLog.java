package latchkey.analyzer.format;

import latchkey.analyzer.evidence.Entry;
import latchkey.analyzer.evidence.Sink;
import latchkey.rules.rule.SourceKind;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The main log of the guest agent, in every generation of its header; one file may hold several.
 */
final class WaAppAgentLog implements LineFormat {
    private static final SourceKind KIND = new SourceKind("waappagent-log");

    @Override
    public SourceKind kind() {
        return KIND;
    }

    @Override
    public int recognises(Peek peek) {
        int content = Grammar.agent(peek);
        String name = peek.baseName();
        if (name.startsWith("waappagent") && Grammar.isLogName(name) && !Grammar.isDocument(peek)) {
            return Math.max(content + 10, 70);
        }
        return content;
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
    public Opening opening(byte[] bytes, int from, int to) {
        return LogHead.opening(bytes, from, to, Opening.CONTINUES);
    }

    @Override
    public void read(Entry entry, Sink sink) {
        AgentEvents.read(entry, sink);
    }
}
