package latchkey.analyzer.format;

import latchkey.analyzer.evidence.FactName;
import latchkey.rules.rule.SourceKind;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A health report of the VM that stands alone, with or without its two marker lines; often cut. */
final class VmHealthReport implements DocumentFormat {
    private static final SourceKind KIND = new SourceKind("vm-health-report");
    private static final Pattern MARKER =
            Pattern.compile("^\\W{0,200}microsoft azure vm health report");
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+");
    private static final List<String> ROLES =
            List.of(
                    "StandaloneWorkstation",
                    "MemberWorkstation",
                    "StandaloneServer",
                    "MemberServer",
                    "BackupDomainController",
                    "PrimaryDomainController");

    /** What old interfaces answer on every newer Windows. */
    private static final String PRETENDED_VERSION = "6.2.9200";

    @Override
    public SourceKind kind() {
        return KIND;
    }

    @Override
    public int recognises(Peek peek) {
        Clues clues = new Clues(peek);
        boolean keys =
                clues.haveKeys("reportTime")
                        && (clues.haveKeys("networkAdapters") || clues.haveKeys("systemInfo"));
        return clues.have(MARKER) ? 92 : clues.startJson() && keys ? 88 : 0;
    }

    @Override
    public void read(Page page) {
        ValuePage values = ValuePage.json(page, KIND);
        values.entries(path -> null);
        facts(values);
    }

    static void facts(ValuePage page) {
        Values values = page.values();
        values.named("domainRole")
                .findFirst()
                .ifPresent(leaf -> page.fact(FactName.DOMAIN_ROLE, role(leaf.value()), leaf));
        values.named("rdpEnabled")
                .findFirst()
                .ifPresent(leaf -> page.fact(FactName.RDP_ENABLED, truth(leaf.value()), leaf));
        values.named("rdpPort").findFirst().ifPresent(leaf -> page.fact(FactName.RDP_PORT, leaf));
        values.named("blockAllInboundConnections")
                .filter(leaf -> truth(leaf.value()).equals("true"))
                .findFirst()
                .ifPresent(leaf -> page.fact(FactName.FIREWALL_BLOCKS_ALL, "true", leaf));
        values.named("osVersion")
                .findFirst()
                .ifPresent(
                        leaf -> {
                            page.fact(FactName.OS_FAMILY, "Windows", leaf);
                            Matcher version = VERSION.matcher(leaf.value());
                            if (version.find() && !version.group().equals(PRETENDED_VERSION)) {
                                page.fact(FactName.OS_VERSION, version.group(), leaf);
                            }
                        });
        for (String service : values.holdersOf("state", leaf -> true)) {
            Leaf name = values.at(service + "/name");
            Leaf state = values.at(service + "/state");
            if (name != null
                    && state != null
                    && service.toLowerCase(Locale.ROOT).contains("services/")) {
                page.fact(
                        FactName.SERVICE_PREFIX + name.value(),
                        state.value().toLowerCase(Locale.ROOT),
                        state);
            }
        }
    }

    private static String role(String value) {
        return value.matches("[0-5]") ? ROLES.get(Integer.parseInt(value)) : value;
    }

    private static String truth(String value) {
        return value.equals("1") || value.equalsIgnoreCase("true") ? "true" : "false";
    }
}
