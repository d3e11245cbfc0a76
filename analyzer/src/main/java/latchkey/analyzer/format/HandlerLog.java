package latchkey.analyzer.format;

import latchkey.analyzer.evidence.Entry;
import latchkey.analyzer.evidence.RunKey;
import latchkey.analyzer.evidence.Sink;
import latchkey.rules.rule.SourceKind;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/** A log that a handler keeps below its folder; VMAccess has a format of its own. */
final class HandlerLog implements LineFormat {
    private static final SourceKind KIND = new SourceKind("handler-log");

    /** What the agent writes for each handler, VMAccess included. */
    private static final Set<String> COMMON = Set.of("install.log", "update.log", "heartbeat.log");

    @Override
    public SourceKind kind() {
        return KIND;
    }

    @Override
    public int recognises(Peek peek) {
        int content = Grammar.handler(peek);
        RunKey place = Place.runOf(peek.name());
        if (place == null || !Grammar.isLogName(peek.baseName()) || Grammar.isDocument(peek)) {
            return content;
        }
        if (COMMON.contains(peek.baseName())) {
            return 94;
        }
        if (place.isVmAccess()) {
            return content;
        }
        return content > 0 || Grammar.agent(peek) > 0 ? 94 : 55;
    }

    @Override
    public List<String> landmarks() {
        return List.of("Z\t[Error]:\t", "Z [Error]: ", "] [ERROR] ", "Z [ERROR] ");
    }

    @Override
    public @Nullable Header header(String line) {
        return LogHead.any(line);
    }

    @Override
    public void read(Entry entry, Sink sink) {}
}
