package latchkey.simulator.guest.chore;

import latchkey.simulator.guest.Firewall;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.Tongue;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.util.List;
import java.util.function.Supplier;

/** Chores with adapter, proxy and firewall. */
@Known(how = How.SPECIFIED, source = "netsh advfirewall; rule groups bear localized names")
final class NetworkWork {
    private static final List<String> REMOTE_DESKTOP =
            List.of(
                    "Remote Desktop",
                    "Remotedesktop",
                    "Bureau à distance",
                    "Escritorio remoto",
                    "リモート デスクトップ");

    /** The group's name in any language. */
    private static final String RESOURCE = "@FirewallAPI.dll,-28752";

    private final Guest guest;

    NetworkWork(Guest guest) {
        this.guest = guest;
    }

    Outcome perform(NetworkChore chore) {
        return switch (chore) {
            case NetworkChore.UseDhcp use -> {
                guest.network().setDhcp(true);
                yield ok();
            }
            case NetworkChore.ResetProxy reset -> {
                guest.network().setProxy(null, false);
                yield ok();
            }
            case NetworkChore.BypassProxyForHost bypass -> {
                guest.network().setProxy(guest.network().proxy(), false);
                yield ok();
            }
            case NetworkChore.DisableAdapter disable -> disable(disable.name());
            case NetworkChore.RemoveBlock remove -> {
                guest.firewall().unblockOutbound(remove.target());
                yield ok();
            }
            case NetworkChore.DisableBlocks disable ->
                    whileFirewallRuns(
                            () -> {
                                guest.firewall().unblockAddress(disable.address());
                                return ok();
                            });
            case NetworkChore.EnableRules rules -> whileFirewallRuns(() -> enable(rules.group()));
            case NetworkChore.AllowInbound allow ->
                    whileFirewallRuns(
                            () -> {
                                guest.firewall().allowInbound(allow.port());
                                return ok();
                            });
            case NetworkChore.AllowOutbound allow ->
                    whileFirewallRuns(
                            () -> {
                                guest.firewall().allowOutbound(allow.address());
                                return ok();
                            });
            case NetworkChore.HeedInboundRules heed ->
                    whileFirewallRuns(
                            () -> {
                                guest.firewall().setBlocksAllInbound(false);
                                return ok();
                            });
            case NetworkChore.ResetProfiles reset ->
                    whileFirewallRuns(
                            () -> {
                                guest.firewall().setBlocksAllInbound(false);
                                guest.firewall().setBlocksOutboundByDefault(false);
                                return ok();
                            });
        };
    }

    private Outcome disable(String adapter) {
        if (!guest.network().adapters().contains(adapter)) {
            return new Outcome.Refused(
                    "no-such-adapter", "An interface with this name is not registered.");
        }
        guest.network().removeAdapter(adapter);
        return ok();
    }

    private Outcome enable(String group) {
        Tongue tongue = guest.spec().tongue();
        boolean named =
                group.equalsIgnoreCase(REMOTE_DESKTOP.get(tongue.ordinal()))
                        || group.equalsIgnoreCase(RESOURCE);
        if (!named) {
            return new Outcome.Refused(
                    "no-such-rule-group", "No rules match the specified criteria.");
        }
        guest.firewall().setGroup(Firewall.REMOTE_DESKTOP, true);
        return new Outcome.Done("Updated 3 rule(s).\r\nOk.");
    }

    private Outcome whileFirewallRuns(Supplier<Outcome> work) {
        return guest.services().isRunning("MpsSvc")
                ? work.get()
                : new Outcome.Refused(
                        "firewall-service-stopped",
                        "An error occurred while attempting to contact the Windows Defender"
                                + " Firewall service. Make sure that the service is running and try"
                                + " your request again.");
    }

    private static Outcome ok() {
        return new Outcome.Done("Ok.");
    }
}
