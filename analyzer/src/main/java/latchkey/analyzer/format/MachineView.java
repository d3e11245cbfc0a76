package latchkey.analyzer.format;

import latchkey.analyzer.evidence.FactName;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/**
 * What the control plane says of a VM: system, agent, power. The same for the API and for consoles
 * that print it.
 */
final class MachineView {
    private MachineView() {}

    static void read(ValuePage page) {
        Values values = page.values();
        page.fact(FactName.COMPUTER_NAME, first(values, "computerName"));
        page.fact(FactName.OS_VERSION, first(values, "osVersion"));
        Leaf system = first(values, "osName");
        page.fact(FactName.OS_NAME, system);
        Leaf agent = first(values, "vmAgentVersion");
        page.fact(FactName.AGENT_VERSION, agent);
        Leaf evidence = system != null ? system : agent;
        if (evidence != null) {
            String family = familyOf(evidence.value());
            if (family != null) {
                page.fact(FactName.OS_FAMILY, family, evidence);
            }
        }
        values.named("displayStatus")
                .filter(MachineView::isOfAgent)
                .findFirst()
                .ifPresent(
                        leaf -> page.fact(FactName.AGENT_STATUS, agentStatus(leaf.value()), leaf));
        for (Leaf code : values.named("code").toList()) {
            if (code.value().toLowerCase(Locale.ROOT).startsWith("powerstate/")) {
                page.fact(
                        FactName.POWER_STATE,
                        code.value().substring(11).toLowerCase(Locale.ROOT),
                        code);
            }
        }
    }

    /** ready or not-ready, whatever the words for it. */
    static String agentStatus(String words) {
        return words.strip().equalsIgnoreCase("ready") ? "ready" : "not-ready";
    }

    private static boolean isOfAgent(Leaf leaf) {
        String path = leaf.path().toLowerCase(Locale.ROOT);
        return path.contains("vmagent/statuses/");
    }

    private static @Nullable Leaf first(Values values, String name) {
        return values.named(name)
                .filter(leaf -> !leaf.value().equals("null") && !leaf.value().isBlank())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String familyOf(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        if (lower.contains("windows") || lower.startsWith("2.7.4")) {
            return "Windows";
        }
        List<String> linux =
                List.of(
                        "linux", "ubuntu", "debian", "centos", "suse", "sles", "rhel", "red hat",
                        "walinux");
        return linux.stream().anyMatch(lower::contains) ? "Linux" : null;
    }
}
