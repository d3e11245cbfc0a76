package latchkey.analyzer.format;

import latchkey.analyzer.evidence.FactName;
import latchkey.analyzer.evidence.Mark;
import latchkey.analyzer.evidence.RunKey;
import latchkey.rules.rule.SourceKind;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the agent last told the host about itself and every handler. */
final class AggregateStatus implements DocumentFormat {
    private static final SourceKind KIND = new SourceKind("aggregate-status");

    @Override
    public SourceKind kind() {
        return KIND;
    }

    @Override
    public int recognises(Peek peek) {
        Clues clues = new Clues(peek);
        if (peek.baseName().startsWith("aggregatestatus")) {
            return 94;
        }
        boolean keys =
                clues.haveKeys("aggregateStatus") || clues.haveKeys("handlerAggregateStatus");
        return clues.startJson() && keys ? 93 : 0;
    }

    @Override
    public void read(Page page) {
        ValuePage values = ValuePage.json(page, KIND);
        Map<String, RunKey> runs = runsOf(values.values());
        values.entries(path -> Values.nearest(runs, path));
        runs.forEach(
                (holder, run) -> {
                    Leaf status =
                            values.values()
                                    .at(
                                            holder
                                                    + "/runtimeSettingsStatus/settingsStatus/status/status");
                    Mark.Type type = status == null ? null : HandlerStatus.typeOf(status.value());
                    if (status != null && type != null) {
                        values.mark(type, run, status);
                    }
                    if (run.isVmAccess()) {
                        values.fact(
                                FactName.VMACCESS_VERSION,
                                values.values().at(holder + "/handlerVersion"));
                    }
                });
        readMachine(values);
    }

    private static void readMachine(ValuePage page) {
        Values values = page.values();
        for (String agent :
                values.holdersOf(
                        "status",
                        leaf ->
                                leaf.parent()
                                        .toLowerCase(Locale.ROOT)
                                        .endsWith("/guestagentstatus"))) {
            page.fact(FactName.AGENT_VERSION, values.at(agent + "/version"));
            Leaf status = values.at(agent + "/status");
            if (status != null) {
                String word = MachineView.agentStatus(status.value());
                page.fact(FactName.AGENT_STATUS, word, status);
                if (word.equals("ready")) {
                    page.mark(Mark.Type.AGENT_ALIVE, null, status);
                }
            }
        }
        for (String system : values.holdersOf("osVersion", leaf -> true)) {
            page.fact(FactName.COMPUTER_NAME, values.at(system + "/computerName"));
            page.fact(FactName.OS_NAME, values.at(system + "/osName"));
            page.fact(FactName.OS_VERSION, values.at(system + "/osVersion"));
        }
    }

    private static Map<String, RunKey> runsOf(Values values) {
        Map<String, RunKey> runs = new LinkedHashMap<>();
        for (String holder : values.holdersOf("handlerName", leaf -> true)) {
            Leaf name = values.at(holder + "/handlerName");
            Leaf version = values.firstAt(holder, List.of("handlerVersion"));
            Leaf sequence =
                    values.firstAt(holder + "/runtimeSettingsStatus", List.of("sequenceNumber"));
            if (name != null) {
                runs.put(
                        holder,
                        new RunKey(
                                name.value(),
                                version == null ? null : version.value(),
                                sequence == null ? null : number(sequence)));
            }
        }
        return runs;
    }

    private static @Nullable Integer number(Leaf leaf) {
        return leaf.value().matches("\\d{1,9}") ? Integer.valueOf(leaf.value()) : null;
    }
}
