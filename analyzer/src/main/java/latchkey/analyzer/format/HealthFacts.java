package latchkey.analyzer.format;

import latchkey.analyzer.evidence.Entry;
import latchkey.analyzer.evidence.Fact;
import latchkey.analyzer.evidence.FactName;
import latchkey.analyzer.evidence.Order;
import latchkey.analyzer.evidence.Sink;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a VM health report tells of the machine. The report is one line of JSON inside a log, often
 * pasted in part, so values are picked out by their keys rather than by parsing the whole.
 */
final class HealthFacts {
    static final String START = "Microsoft Azure VM Health Report - Start";

    /** Keys of the JSON line, which may be too long to be read along with the start marker. */
    static final List<String> LANDMARKS =
            List.of(
                    START,
                    "\"domainRole\":",
                    "\"rdpEnabled\":",
                    "\"blockAllInboundConnections\":",
                    "\"adminAccountDisabled\":");

    /** Value of a key at its end: text in quotes, number or truth. */
    private static final String VALUE = "\"\\s*:\\s*\"?([\\w. -]{1,120})";

    /**
     * 6.2.9200 is what any newer Windows tells a program without a manifest, so it says nothing.
     */
    private static final Pattern WINDOWS =
            Pattern.compile(
                    "\"osVersion\"\\s*:\\s*\"(?:Microsoft Windows NT"
                            + " )?(?!6\\.2\\.9200)(\\d[\\d.]{2,40})");

    private static final Map<String, Pattern> PLAIN =
            Map.of(
                    FactName.DOMAIN_ROLE,
                    Pattern.compile("\"domainRole" + VALUE),
                    FactName.OS_VERSION,
                    WINDOWS,
                    FactName.RDP_ENABLED,
                    Pattern.compile("\"rdpEnabled" + VALUE),
                    FactName.RDP_PORT,
                    Pattern.compile("\"rdpPort\"\\s*:\\s*\"?(\\d{1,5})\\b"),
                    "admin-disabled",
                    Pattern.compile("\"adminAccountDisabled" + VALUE),
                    "admin-password-expired",
                    Pattern.compile("\"adminAccountPasswordExpired" + VALUE));

    private static final Pattern SERVICE = Pattern.compile("\\{[^{}]{0,2000}}");

    /**
     * The services that signing in, the agent and the handler live on; a machine has hundreds of
     * others.
     */
    private static final Pattern NAME =
            Pattern.compile(
                    "\"name\"\\s*:\\s*\"(RdAgent|WindowsAzureGuestAgent|MpsSvc"
                        + "|BFE|KeyIso|Dhcp|Dnscache|TermService|UmRdpService|SessionEnv|LanmanWorkstation"
                        + "|LanmanServer|Netlogon|CryptSvc|Winmgmt|SamSs|RpcSs|RpcEptMapper)\"");

    private static final Pattern STATE = Pattern.compile("\"state\"\\s*:\\s*\"(\\w{1,40})\"");
    private static final Pattern DISABLED = Pattern.compile("\"startMode\"\\s*:\\s*\"Disabled\"");
    private static final Pattern PROFILE =
            Pattern.compile("\"\\w+Profile\"\\s*:\\s*\\{([^{}]{0,2000})}");
    private static final Pattern BLOCKS =
            Pattern.compile("\"blockAllInboundConnections\"\\s*:\\s*\"?true");
    private static final Pattern OFF = Pattern.compile("\"enable\"\\s*:\\s*\"?false");

    private HealthFacts() {}

    private static boolean isPart(String text) {
        for (String landmark : LANDMARKS) {
            if (text.contains(landmark)) {
                return true;
            }
        }
        return false;
    }

    static void read(Entry entry, Sink sink) {
        String text = entry.text();
        if (!isPart(text)) {
            return;
        }
        PLAIN.entrySet().stream()
                .sorted(Order.by(Map.Entry::getKey))
                .forEach(
                        plain -> {
                            Matcher matcher = plain.getValue().matcher(text);
                            if (matcher.find()) {
                                fact(
                                        entry,
                                        sink,
                                        plain.getKey(),
                                        word(plain.getKey(), matcher.group(1)),
                                        matcher.start());
                            }
                        });
        services(entry, sink);
        firewall(entry, sink);
    }

    private static String word(String name, String value) {
        return name.equals(FactName.DOMAIN_ROLE) ? value : value.toLowerCase(Locale.ROOT);
    }

    private static void services(Entry entry, Sink sink) {
        Matcher service = SERVICE.matcher(entry.text());
        while (service.find()) {
            Matcher name = NAME.matcher(service.group());
            Matcher state = STATE.matcher(service.group());
            if (name.find() && state.find()) {
                boolean disabled = DISABLED.matcher(service.group()).find();
                String value = disabled ? "disabled" : state.group(1).toLowerCase(Locale.ROOT);
                fact(
                        entry,
                        sink,
                        FactName.SERVICE_PREFIX + name.group(1),
                        value,
                        service.start() + name.start());
            }
        }
    }

    /** Blocked only where a profile that is switched on says so. */
    private static void firewall(Entry entry, Sink sink) {
        Matcher profile = PROFILE.matcher(entry.text());
        int at = -1;
        boolean blocks = false;
        while (profile.find() && !blocks) {
            String policy = profile.group(1);
            at = profile.start();
            blocks = BLOCKS.matcher(policy).find() && !OFF.matcher(policy).find();
        }
        if (at >= 0) {
            fact(entry, sink, FactName.FIREWALL_BLOCKS_ALL, Boolean.toString(blocks), at);
        }
    }

    private static void fact(Entry entry, Sink sink, String name, String value, int at) {
        sink.fact(new Fact(name, value.strip(), entry.time(), entry.quoteAt(at)));
    }
}
