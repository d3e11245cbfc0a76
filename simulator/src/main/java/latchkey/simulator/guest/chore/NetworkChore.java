package latchkey.simulator.guest.chore;

/** What is done to adapter, proxy and firewall. */
public sealed interface NetworkChore extends Chore {
    /** {@code netsh interface ip set address source=dhcp}. */
    record UseDhcp() implements NetworkChore {}

    /** {@code netsh winhttp reset proxy}. */
    record ResetProxy() implements NetworkChore {}

    /** The proxy stays, and the platform's address goes past it. */
    record BypassProxyForHost() implements NetworkChore {}

    /** {@code Enable-NetFirewallRule} or {@code netsh advfirewall … enable=Yes} by group name. */
    record EnableRules(String group) implements NetworkChore {}

    /** An inbound rule that allows a TCP port. */
    record AllowInbound(int port) implements NetworkChore {}

    /** {@code netsh advfirewall set allprofiles firewallpolicy blockinbound,allowoutbound}. */
    record ResetProfiles() implements NetworkChore {}

    /** {@code Set-NetFirewallProfile -AllowInboundRules True}. */
    record HeedInboundRules() implements NetworkChore {}

    /** An adapter that does not lead to Azure is switched off. */
    record DisableAdapter(String name) implements NetworkChore {}

    /** An outbound rule that allows an address; it does not win against a rule that blocks. */
    record AllowOutbound(String address) implements NetworkChore {}

    /** {@code Disable-NetFirewallRule} for the outbound rules that block an address. */
    record DisableBlocks(String address) implements NetworkChore {}

    /** An outbound rule that blocks is found and removed; offline in its registry key. */
    record RemoveBlock(String target) implements NetworkChore {
        @Override
        public boolean worksOffline() {
            return true;
        }
    }
}
