package latchkey.analyzer.format;

import latchkey.analyzer.evidence.Mark;
import latchkey.analyzer.evidence.RunKey;
import latchkey.rules.rule.SourceKind;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Events of the activity log, one or many. */
final class ActivityLog implements DocumentFormat {
    private static final SourceKind KIND = new SourceKind("activity-log");
    private static final RunKey VMACCESS = new RunKey(RunKey.VMACCESS, null, null);
    private static final String WRITE = "extensions/write";

    @Override
    public SourceKind kind() {
        return KIND;
    }

    @Override
    public int recognises(Peek peek) {
        Clues clues = new Clues(peek);
        return clues.startJson() && clues.haveKeys("eventTimestamp", "operationName") ? 92 : 0;
    }

    @Override
    public void read(Page page) {
        ValuePage values = ValuePage.json(page, KIND);
        Map<String, RunKey> runs = writesOfVmAccess(values);
        values.entries(path -> Values.nearest(runs, path));
        runs.keySet().forEach(event -> mark(event, values));
        ResourceFacts.read(values);
    }

    /** The paths of the events that tell of a write of the VMAccess extension. */
    private static Map<String, RunKey> writesOfVmAccess(ValuePage values) {
        Map<String, RunKey> runs = new TreeMap<>();
        for (String event : values.values().holdersOf("eventTimestamp", leaf -> true)) {
            boolean write =
                    says(values.values().at(event + "/operationName/value"), WRITE)
                            || says(values.values().at(event + "/operationName"), WRITE);
            boolean ours =
                    values.values().all().stream()
                            .filter(leaf -> leaf.path().startsWith(event + "/"))
                            .anyMatch(leaf -> says(leaf, "vmaccess"));
            if (write && ours) {
                runs.put(event, VMACCESS);
            }
        }
        return runs;
    }

    private static void mark(String event, ValuePage values) {
        Leaf nested = values.values().at(event + "/status/value");
        Leaf status = nested == null ? values.values().at(event + "/status") : nested;
        if (status == null) {
            return;
        }
        if (status.value().equalsIgnoreCase("Succeeded")) {
            values.mark(Mark.Type.STATUS_SUCCESS, VMACCESS, status);
        } else if (status.value().equalsIgnoreCase("Failed")) {
            values.mark(Mark.Type.STATUS_ERROR, VMACCESS, status);
        }
    }

    private static boolean says(@Nullable Leaf leaf, String word) {
        return leaf != null && leaf.value().toLowerCase(Locale.ROOT).contains(word);
    }
}
