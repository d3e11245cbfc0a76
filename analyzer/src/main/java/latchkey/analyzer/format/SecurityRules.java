package latchkey.analyzer.format;

import latchkey.analyzer.evidence.Entry;
import latchkey.analyzer.evidence.FactName;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the rules of network security groups say about Remote Desktop. One rule decides nothing:
 * every group ends in one that denies the rest, and a rule that comes before it may allow the port.
 */
final class SecurityRules {
    private static final int PORT = 3389;
    private static final int NO_PRIORITY = 4096;
    private static final Set<String> ANYBODY = Set.of("", "*", "any", "internet", "0.0.0.0/0");
    private static final Pattern GROUP =
            Pattern.compile("^(.*?)/(?:default|effective)?securityrules?/[0-9]+");
    private static final Pattern RANGE = Pattern.compile("([0-9]{1,5})-([0-9]{1,5})");

    private record Rule(boolean denies, boolean narrow, int priority, Leaf access) {}

    private SecurityRules() {}

    /** Passes on whether the first rule that holds for Remote Desktop denies it, in any group. */
    static void read(ValuePage page) {
        Map<String, List<Rule>> groups = new LinkedHashMap<>();
        for (Leaf access : page.values().named("access").toList()) {
            Map<String, String> beside = page.values().fieldsOf(access);
            if (concernsRemoteDesktop(beside)) {
                Matcher group = GROUP.matcher(access.path().toLowerCase(Locale.ROOT));
                groups.computeIfAbsent(
                                group.find() ? group.group(1) : access.parent(),
                                key -> new ArrayList<>())
                        .add(ruleOf(access, beside));
            }
        }
        List<Rule> deciding = groups.values().stream().flatMap(SecurityRules::deciding).toList();
        deciding.stream()
                .sorted(Comparator.comparing(Rule::denies).reversed())
                .findFirst()
                .ifPresent(
                        rule ->
                                page.fact(
                                        FactName.RDP_INBOUND,
                                        rule.denies() ? "denied" : "allowed",
                                        rule.access()));
    }

    /** The first rule by its priority; one that allows some senders leaves the rest open. */
    private static Stream<Rule> deciding(List<Rule> rules) {
        return rules.stream()
                .filter(rule -> !rule.denies() || !rule.narrow())
                .sorted(Comparator.comparingInt(Rule::priority))
                .limit(1);
    }

    private static Rule ruleOf(Leaf access, Map<String, String> beside) {
        boolean narrow =
                Stream.of(of(beside, "sourceaddressprefix"), of(beside, "sourceaddressprefixes"))
                        .flatMap(sources -> Stream.of(sources.split(",")))
                        .map(source -> source.strip().toLowerCase(Locale.ROOT))
                        .anyMatch(source -> !ANYBODY.contains(source));
        String priority = of(beside, "priority");
        int number = priority.matches("[0-9]{1,5}") ? Integer.parseInt(priority) : NO_PRIORITY;
        return new Rule(access.value().equalsIgnoreCase("Deny"), narrow, number, access);
    }

    private static boolean concernsRemoteDesktop(Map<String, String> beside) {
        String ports =
                of(beside, "destinationportrange") + "," + of(beside, "destinationportranges");
        String protocol = of(beside, "protocol").toLowerCase(Locale.ROOT);
        boolean anyPort = holdsAny(ports);
        boolean anybody =
                !of(beside, "sourceaddressprefix").matches("(?i)virtualnetwork|azureloadbalancer");
        return of(beside, "direction").equalsIgnoreCase("Inbound")
                && (protocol.isEmpty() || Set.of("*", "all", "any", "tcp").contains(protocol))
                && (anyPort ? anybody : holds(ports));
    }

    private static boolean holdsAny(String ports) {
        return Stream.of(ports.split(","))
                .anyMatch(part -> part.equals("*") || part.equals("0-65535"));
    }

    private static boolean holds(String ports) {
        return Stream.of(ports.split(",")).anyMatch(SecurityRules::isThePort);
    }

    private static boolean isThePort(String part) {
        Matcher range = RANGE.matcher(part.strip());
        if (range.matches()) {
            return Integer.parseInt(range.group(1)) <= PORT
                    && Integer.parseInt(range.group(2)) >= PORT;
        }
        return part.strip().equals(String.valueOf(PORT));
    }

    private static String of(Map<String, String> beside, String name) {
        return beside.getOrDefault(Entry.BESIDE + name, "");
    }
}
