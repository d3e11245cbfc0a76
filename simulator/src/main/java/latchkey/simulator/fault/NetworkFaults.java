package latchkey.simulator.fault;

import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.Network;
import latchkey.simulator.guest.TrustStore;
import latchkey.simulator.wire.Cloud;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.util.List;

/** The way between the guest and the platform. */
final class NetworkFaults {
    @Known(how = How.SPECIFIED, source = "what-is-ip-address-168-63-129-16; agent troubleshooting")
    static final Fault WIRESERVER_BLOCKED =
            Fault.of(
                    "wireserver-blocked",
                    "The platform's address is closed to the guest",
                    NetworkFaults::block,
                    Parameter.word("where", "who blocks it", "guest-firewall", "outside"),
                    Parameter.word("port", "which of its ports", "both", "80", "32526"));

    @Known(how = How.ASSUMED, source = "a busy host; no report gives times")
    static final Fault WIRESERVER_SLOW =
            Fault.of(
                    "wireserver-slow",
                    "The platform's address answers late; beyond 100 s it is given up",
                    (site, values) -> {
                        site.guest().network().setHostDelay(values.span("by"));
                        return () -> site.guest().network().setHostDelay(java.time.Duration.ZERO);
                    },
                    Parameter.span("by", "PT20S", "how much later"));

    @Known(how = How.RECORDED, source = "agent troubleshooting: (503) Server Unavailable, proxy")
    static final Fault PROXY =
            Fault.of(
                    "proxy-in-between",
                    "A system proxy catches the agent's traffic to the platform's address",
                    (site, values) -> {
                        Network network = site.guest().network();
                        network.setProxy(values.text("server"), values.is("catches-host"));
                        return () -> network.setProxy(null, false);
                    },
                    Parameter.text("server", "http://proxy.contoso.example:8080", "the proxy"),
                    Parameter.flag("catches-host", "true", "whether it answers for the platform"));

    @Known(how = How.SPECIFIED, source = "agent troubleshooting: static address, DHCP")
    static final Fault DHCP_OFF =
            Fault.of(
                    "dhcp-off",
                    "The adapter has a fixed address, or the DHCP Client does not run",
                    (site, values) ->
                            values.text("how").equals("service")
                                    ? ServiceFaults.disable(site.guest(), "Dhcp")
                                    : fixAddress(site.guest()),
                    Parameter.word("how", "what was done", "static-address", "service"));

    @Known(how = How.RECORDED, source = "agent troubleshooting: Npcap Loopback Adapter, 2019")
    static final Fault WRONG_ADAPTER =
            Fault.of(
                    "wrong-adapter",
                    "A loopback or capture adapter comes before the machine's own",
                    (site, values) -> {
                        site.guest().network().putFirst(values.text("adapter"));
                        return () -> site.guest().network().removeAdapter(values.text("adapter"));
                    },
                    Parameter.text("adapter", "Npcap Loopback Adapter", "its name"));

    @Known(how = How.SPECIFIED, source = "agent troubleshooting: outbound to storage blocked")
    static final Fault OUTBOUND_BLOCKED =
            Fault.of(
                    "outbound-blocked",
                    "Rules or routes stop everything outbound but the platform's address",
                    (site, values) -> {
                        Network network = site.guest().network();
                        boolean names = values.is("names-too");
                        network.dropOutside("*");
                        network.setDnsAnswers(!names);
                        return () -> {
                            network.letThroughOutside("*");
                            network.setDnsAnswers(true);
                        };
                    },
                    Parameter.flag("names-too", "true", "whether names are not resolved either"));

    @Known(how = How.SPECIFIED, source = "Windows Firewall: default outbound action of a profile")
    static final Fault OUTBOUND_BY_RULE_ONLY =
            Fault.of(
                    "outbound-by-rule-only",
                    "The guest's firewall drops everything outgoing that no rule allows",
                    (site, values) -> {
                        site.guest().firewall().setBlocksOutboundByDefault(true);
                        return () -> site.guest().firewall().setBlocksOutboundByDefault(false);
                    });

    @Known(how = How.SPECIFIED, source = "extensions/troubleshoot: TLS 1.2")
    static final Fault TLS_OFF =
            Fault.of(
                    "tls-off",
                    "TLS 1.2 is switched off for programs of the guest",
                    (site, values) -> {
                        site.guest().tls().disableForClients();
                        return () -> site.guest().tls().restore();
                    });

    @Known(how = How.SPECIFIED, source = "Azure certificate authority details")
    static final Fault ROOTS_MISSING =
            Fault.of(
                    "roots-missing",
                    "The root of Azure's certificates is not trusted in the guest",
                    (site, values) -> {
                        site.guest().roots().remove(TrustStore.AZURE);
                        return () -> site.guest().roots().add(TrustStore.AZURE);
                    });

    @Known(how = How.SPECIFIED, source = "extensions/troubleshoot: TLS inspection")
    static final Fault TLS_INSPECTED =
            Fault.of(
                    "tls-inspected",
                    "A device on the way puts its own certificate into secure channels",
                    (site, values) -> {
                        site.guest().network().setInspectsTls(true);
                        return () -> site.guest().network().setInspectsTls(false);
                    });

    static final List<Fault> ALL =
            List.of(
                    WIRESERVER_BLOCKED,
                    WIRESERVER_SLOW,
                    PROXY,
                    DHCP_OFF,
                    WRONG_ADAPTER,
                    OUTBOUND_BLOCKED,
                    OUTBOUND_BY_RULE_ONLY,
                    TLS_OFF,
                    ROOTS_MISSING,
                    TLS_INSPECTED);

    private NetworkFaults() {}

    private static Runnable block(Site site, Values values) {
        String port = values.text("port");
        String target = port.equals("both") ? Cloud.HOST : Cloud.HOST + ":" + port;
        Guest guest = site.guest();
        if (values.text("where").equals("outside")) {
            guest.network().dropOutside(target);
            return () -> guest.network().letThroughOutside(target);
        }
        guest.firewall().blockOutbound(target);
        return () -> guest.firewall().unblockOutbound(target);
    }

    private static Runnable fixAddress(Guest guest) {
        guest.network().setDhcp(false);
        return () -> guest.network().setDhcp(true);
    }
}
