package latchkey.simulator.fault;

import latchkey.simulator.guest.Firewall;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.RemoteDesktop;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.util.List;

/** Remote Desktop and the sign-in beside it. */
final class RemoteDesktopFaults {
    @Known(how = How.SPECIFIED, source = "troubleshoot-rdp-general-error: fDenyTSConnections, port")
    static final Fault LISTENER_OFF =
            Fault.of(
                    "rdp-listener-off",
                    "Remote Desktop is switched off, or listens on another port",
                    (site, values) -> {
                        if (values.text("how").equals("port")) {
                            return number(site.guest(), RemoteDesktop.LISTENER, "PortNumber", 3390);
                        }
                        String key =
                                values.text("how").equals("policy")
                                        ? RemoteDesktop.POLICY
                                        : Guest.TERMINAL_SERVER;
                        return number(site.guest(), key, "fDenyTSConnections", 1);
                    },
                    Parameter.word("how", "what was set", "denied", "policy", "port"));

    @Known(how = How.SPECIFIED, source = "event-id-troubleshoot-vm-rdp-connecton: 1057, 1058")
    static final Fault CERTIFICATE =
            Fault.of(
                    "rdp-certificate-broken",
                    "The listener's certificate or its key cannot be used",
                    (site, values) -> {
                        if (values.text("how").equals("expired")) {
                            site.guest().remoteDesktop().certificate().expire();
                        } else {
                            site.guest().remoteDesktop().certificate().loseKey();
                        }
                        return () -> site.guest().remoteDesktop().certificate().remove();
                    },
                    Parameter.word("how", "what is wrong with it", "key-lost", "expired"));

    @Known(how = How.SPECIFIED, source = "guest-os-firewall-blocking-inbound-traffic")
    static final Fault INBOUND_BLOCKED =
            Fault.of(
                    "rdp-inbound-blocked",
                    "A firewall in the guest or a rule outside drops Remote Desktop",
                    RemoteDesktopFaults::block,
                    Parameter.word("where", "who drops it", "outside", "rules-off", "profile"));

    @Known(how = How.SPECIFIED, source = "cannot-connect-rdp-azure-vm: NLA without a controller")
    static final Fault CONTROLLER_AWAY =
            Fault.of(
                    "domain-controller-out-of-reach",
                    "No domain controller answers the machine",
                    (site, values) -> {
                        site.guest().domain().setControllerAnswers(false);
                        return () -> site.guest().domain().setControllerAnswers(true);
                    });

    @Known(how = How.SPECIFIED, source = "cannot-connect-rdp-azure-vm: trust relationship")
    static final Fault TRUST_BROKEN =
            Fault.of(
                    "domain-trust-broken",
                    "The machine's password is not the one its domain has",
                    (site, values) -> {
                        site.guest().domain().setTrusted(false);
                        return () -> site.guest().domain().setTrusted(true);
                    });

    @Known(how = How.SPECIFIED, source = "credssp-encryption-oracle-remediation")
    static final Fault CREDSSP =
            Fault.of(
                    "credssp-not-patched",
                    "The machine lacks the CredSSP update its clients have",
                    (site, values) -> {
                        site.guest().remoteDesktop().setCredSspPatched(false);
                        return () -> site.guest().remoteDesktop().setCredSspPatched(true);
                    });

    @Known(how = How.SPECIFIED, source = "troubleshoot-specific-rdp-errors: licence servers")
    static final Fault NO_LICENCES =
            Fault.of(
                    "rdp-licences-missing",
                    "The session host role is there and nobody gives licences",
                    (site, values) -> {
                        site.guest().remoteDesktop().setSessionHost(true, false);
                        return () -> site.guest().remoteDesktop().setSessionHost(false, false);
                    });

    @Known(how = How.SPECIFIED, source = "cannot-rdp-azure-vm-brute-force")
    static final Fault ATTACK =
            Fault.of(
                    "rdp-attack",
                    "Strangers try passwords all the time",
                    (site, values) -> {
                        site.guest().attack().setPace((int) values.number("per-minute"));
                        return () -> site.guest().attack().setPace(0);
                    },
                    Parameter.number("per-minute", "90", "attempts each minute"));

    static final List<Fault> ALL =
            List.of(
                    LISTENER_OFF,
                    CERTIFICATE,
                    INBOUND_BLOCKED,
                    CONTROLLER_AWAY,
                    TRUST_BROKEN,
                    CREDSSP,
                    NO_LICENCES,
                    ATTACK);

    private RemoteDesktopFaults() {}

    private static Runnable number(Guest guest, String key, String name, long value) {
        long former = guest.registry().number(key, name, 0);
        boolean was = guest.registry().get(key, name).isPresent();
        guest.registry().set(key, name, value);
        return () -> {
            if (was) {
                guest.registry().set(key, name, former);
            } else {
                guest.registry().remove(key, name);
            }
        };
    }

    private static Runnable block(Site site, Values values) {
        Guest guest = site.guest();
        switch (values.text("where")) {
            case "rules-off" -> {
                guest.firewall().setGroup(Firewall.REMOTE_DESKTOP, false);
                return () -> guest.firewall().setGroup(Firewall.REMOTE_DESKTOP, true);
            }
            case "profile" -> {
                guest.firewall().setBlocksAllInbound(true);
                return () -> guest.firewall().setBlocksAllInbound(false);
            }
            default -> {
                guest.network().setInboundOpen(false);
                return () -> guest.network().setInboundOpen(true);
            }
        }
    }
}
