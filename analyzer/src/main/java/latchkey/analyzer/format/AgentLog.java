package latchkey.analyzer.format;

import latchkey.analyzer.evidence.Entry;
import latchkey.analyzer.evidence.Sink;
import latchkey.rules.rule.SourceKind;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The lesser logs of the guest agent: telemetry, monitoring, runtime, network. Known by their names
 * alone.
 */
final class AgentLog implements LineFormat {
    private static final SourceKind KIND = new SourceKind("agent-log");
    private static final List<String> NAMES =
            List.of(
                    "telemetry",
                    "monitoringagent",
                    "appagentruntime",
                    "agentruntime",
                    "netagent",
                    "vfplugin");

    @Override
    public SourceKind kind() {
        return KIND;
    }

    @Override
    public int recognises(Peek peek) {
        String name = peek.baseName();
        boolean known = NAMES.stream().anyMatch(name::startsWith) && Grammar.isLogName(name);
        if (!known || Grammar.isDocument(peek) || Place.runOf(peek.name()) != null) {
            return 0;
        }
        return Math.max(Grammar.agent(peek) + 12, 72);
    }

    @Override
    public List<String> landmarks() {
        return AgentEvents.landmarks();
    }

    @Override
    public @Nullable Header header(String line) {
        return LogHead.any(line);
    }

    @Override
    public void read(Entry entry, Sink sink) {
        AgentEvents.read(entry, sink);
    }
}
