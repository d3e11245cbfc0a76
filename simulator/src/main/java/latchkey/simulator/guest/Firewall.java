package latchkey.simulator.guest;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Windows Firewall: rule groups, own rules, and the profile in force. It needs its service MpsSvc.
 */
public final class Firewall {
    /** The group of the Remote Desktop rules. */
    public static final String REMOTE_DESKTOP = "Remote Desktop";

    private static final int REMOTE_DESKTOP_PORT = 3389;

    @Known(
            how = How.SPECIFIED,
            source = "where netsh and group policy leave the profile's switches")
    private static final String POLICY =
            "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters"
                    + "\\FirewallPolicy\\";

    private static final String NO_EXCEPTIONS = "DoNotAllowExceptions";

    private final Map<String, Boolean> groups = new TreeMap<>();
    private final Set<String> blockedOutbound = new TreeSet<>();
    private final Set<Integer> allowedInbound = new TreeSet<>();
    private final Set<String> allowedOutbound = new TreeSet<>();
    private boolean blocksOutboundByDefault;
    private String profile = "Public";
    private boolean enabled = true;
    private final Registry registry;

    /** Its settings lie in that registry. */
    Firewall(Registry registry) {
        this.registry = registry;
        setBlocksAllInbound(false);
    }

    /** The network profile in force: Domain, Private or Public. */
    public String profile() {
        return profile;
    }

    /** Puts another profile in force. */
    public void setProfile(String name) {
        profile = name;
    }

    /** Whether the profile filters at all. */
    public boolean isEnabled() {
        return enabled;
    }

    /** Turns the profile's filtering on or off. */
    public void setEnabled(boolean on) {
        enabled = on;
    }

    /** Whether the profile drops everything incoming, whatever rules say. */
    public boolean blocksAllInbound() {
        return registry.number(policyKey(), NO_EXCEPTIONS, 0) == 1;
    }

    /** Makes the profile drop everything incoming, or heed its rules again. */
    public void setBlocksAllInbound(boolean on) {
        registry.set(policyKey(), "EnableFirewall", enabled ? 1 : 0);
        registry.set(policyKey(), NO_EXCEPTIONS, on ? 1 : 0);
    }

    /** The registry calls the private profile the standard one. */
    private String policyKey() {
        return POLICY + (profile.equals("Private") ? "Standard" : profile) + "Profile";
    }

    /** Whether the rules of that group are enabled. */
    public boolean isGroupEnabled(String group) {
        return groups.getOrDefault(group, false);
    }

    /** Enables or disables the rules of a group. */
    public void setGroup(String group, boolean on) {
        groups.put(group, on);
    }

    /** Groups with whether they are enabled. */
    public Map<String, Boolean> groups() {
        return Collections.unmodifiableMap(groups);
    }

    /** Adds an inbound rule for a TCP port. */
    public void allowInbound(int port) {
        allowedInbound.add(port);
    }

    /** Whether a TCP connection from outside to that port gets through. */
    @Known(how = How.SPECIFIED, source = "change the listening port: its rules still name 3389")
    public boolean admits(int port) {
        if (!enabled) {
            return true;
        }
        boolean byGroup = port == REMOTE_DESKTOP_PORT && isGroupEnabled(REMOTE_DESKTOP);
        return !blocksAllInbound() && (byGroup || allowedInbound.contains(port));
    }

    /** Adds an outbound rule that blocks {@code address} or {@code address:port}. */
    public void blockOutbound(String target) {
        blockedOutbound.add(target);
    }

    /** Removes such a rule. */
    public void unblockOutbound(String target) {
        blockedOutbound.remove(target);
    }

    /** Disables the outbound rules that block that address, on whatever port. */
    public void unblockAddress(String address) {
        blockedOutbound.removeIf(
                target -> target.equals(address) || target.startsWith(address + ":"));
    }

    /** Whether the profile drops everything outgoing that no rule allows. */
    public boolean blocksOutboundByDefault() {
        return blocksOutboundByDefault;
    }

    /** Makes the profile drop everything outgoing that no rule allows, or let it go again. */
    public void setBlocksOutboundByDefault(boolean on) {
        blocksOutboundByDefault = on;
    }

    /** Adds an outbound rule that allows an address; a rule that blocks wins over it. */
    public void allowOutbound(String address) {
        allowedOutbound.add(address);
    }

    /** Outbound rules that block, in order. */
    public Set<String> blockedOutbound() {
        return Collections.unmodifiableSet(blockedOutbound);
    }

    /** Whether a connection to there leaves the machine. */
    public boolean letsOut(String address, int port) {
        if (!enabled) {
            return true;
        }
        boolean allowed = !blocksOutboundByDefault || allowedOutbound.contains(address);
        return allowed
                && !blockedOutbound.contains(address)
                && !blockedOutbound.contains(address + ":" + port);
    }
}
