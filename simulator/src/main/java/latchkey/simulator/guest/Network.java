package latchkey.simulator.guest;

import latchkey.simulator.wire.Cloud;
import latchkey.simulator.wire.Reply;
import latchkey.simulator.wire.WireRequest;
import latchkey.simulator.wire.WireResponse;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The machine's way out: adapter, DHCP, host routes, proxy, and what the network around the machine
 * lets through. Every request of a program in the guest passes here.
 */
public final class Network {
    private final Guest guest;
    private static final Duration PATIENCE = Duration.ofSeconds(100);
    private static final String ETHERNET = "Ethernet";

    private final Cloud cloud;
    private final List<String> adapters = new ArrayList<>(List.of(ETHERNET));
    private final Set<String> droppedOutside = new TreeSet<>();
    private boolean connected = true;
    private boolean dhcp = true;
    private String address = "10.0.0.4";
    private @Nullable String proxy;
    private boolean proxyCatchesHost;
    private boolean inboundOpen = true;
    private @Nullable String onlyFrom;
    private boolean inspectsTls;
    private boolean dnsAnswers = true;
    private Duration hostDelay = Duration.ZERO;

    Network(Guest guest, Cloud cloud) {
        this.guest = guest;
        this.cloud = cloud;
    }

    /** Sends a request as a program in the guest does. */
    public Reply send(WireRequest request) {
        String to = request.target().getHost();
        int port = request.port();
        boolean toHost = Objects.equals(to, Cloud.HOST);
        if (!isUsable()) {
            return new Reply.Unreachable("no usable address");
        }
        if (!guest.firewall().letsOut(to, port)) {
            return new Reply.Refused();
        }
        if (toHost && hostDelay.compareTo(PATIENCE) > 0) {
            return new Reply.TimedOut();
        }
        if (!toHost && !dnsAnswers) {
            return new Reply.Unreachable("name not resolved");
        }
        if (isDroppedOutside(to, port, toHost)) {
            return new Reply.TimedOut();
        }
        if (proxy != null && (!toHost || proxyCatchesHost)) {
            return toHost ? new Reply.Answered(refusalOfProxy()) : answer(request);
        }
        return answer(request);
    }

    private boolean isDroppedOutside(String to, int port, boolean toHost) {
        if (droppedOutside.isEmpty()) {
            return false;
        }
        return droppedOutside.contains(to)
                || droppedOutside.contains(to + ":" + port)
                || !toHost && droppedOutside.contains("*");
    }

    private Reply answer(WireRequest request) {
        if (Objects.equals(request.target().getScheme(), "https")) {
            if (!guest.tls().dotNetSpeaksTls12()) {
                return new Reply.NotTrusted(NO_CHANNEL);
            }
            if (inspectsTls || !guest.roots().trustsAzure()) {
                return new Reply.NotTrusted(NO_TRUST);
            }
        }
        return new Reply.Answered(cloud.answer(request));
    }

    @Known(how = How.SPECIFIED, source = ".NET Framework texts of WebException")
    private static final String NO_CHANNEL =
            "The request was aborted: Could not create SSL/TLS secure channel.";

    private static final String NO_TRUST =
            "The underlying connection was closed: Could not establish trust relationship for the"
                + " SSL/TLS secure channel. --->"
                + " System.Security.Authentication.AuthenticationException: The remote certificate"
                + " is invalid according to the validation procedure.";

    private static WireResponse refusalOfProxy() {
        return WireResponse.text(
                503,
                "text/html",
                "<html><head><title>Service Unavailable</title></head><body><h1>Service"
                        + " Unavailable</h1><p>The proxy could not connect.</p></body></html>");
    }

    /** Whether the adapter has an address that leads anywhere. */
    public boolean isUsable() {
        return connected && (!dhcp || guest.services().isRunning("Dhcp"));
    }

    /** Whether the adapter takes its address from DHCP. */
    public boolean usesDhcp() {
        return dhcp;
    }

    /** Takes the address from DHCP, or fixes it. */
    public void setDhcp(boolean on) {
        dhcp = on;
    }

    /** Azure gives the machine another adapter: Windows knows nothing of it and asks DHCP. */
    @Known(how = How.SPECIFIED, source = "reset network interface for Azure Windows VM")
    public void beNew() {
        dhcp = true;
        connected = true;
    }

    /** The machine's address. */
    public String address() {
        return address;
    }

    /** Gives the adapter that address. */
    public void setAddress(String fixed) {
        address = fixed;
    }

    /** Plugs the adapter in or out. */
    public void setConnected(boolean on) {
        connected = on;
    }

    /** The proxy of the system, or null. */
    public @Nullable String proxy() {
        return proxy;
    }

    /** Sets a proxy; one that catches the host's address too answers in its place. */
    public void setProxy(@Nullable String server, boolean catchesHost) {
        proxy = server;
        proxyCatchesHost = catchesHost;
    }

    /**
     * A rule outside the machine drops traffic to an address, or to everything but the host: {@code
     * *}. An address may be followed by a colon and a port.
     */
    public void dropOutside(String target) {
        droppedOutside.add(target);
    }

    /** Such a rule is taken away. */
    public void letThroughOutside(String target) {
        droppedOutside.remove(target);
    }

    /** Whether the network security group lets Remote Desktop in. */
    public boolean isInboundOpen() {
        return inboundOpen;
    }

    /** Opens or closes the network security group for Remote Desktop, to everybody. */
    public void setInboundOpen(boolean on) {
        inboundOpen = on;
        onlyFrom = null;
    }

    /** Lets the network security group admit Remote Desktop from one address only. */
    public void openInboundOnlyTo(String source) {
        inboundOpen = true;
        onlyFrom = source;
    }

    /** Whether the network security group lets Remote Desktop in from there. */
    public boolean admitsFrom(String source) {
        return inboundOpen && (onlyFrom == null || onlyFrom.equals(source));
    }

    /** Something in the way puts its own certificate into secure channels, or no longer does. */
    public void setInspectsTls(boolean on) {
        inspectsTls = on;
    }

    /** Adapters in the order Windows asks them; the machine's own one is Ethernet. */
    public List<String> adapters() {
        return List.copyOf(adapters);
    }

    /** The adapter Windows asks first. */
    public String firstAdapter() {
        return adapters.getFirst();
    }

    /** A loopback or capture adapter is installed and comes before all others. */
    public void putFirst(String adapter) {
        adapters.remove(adapter);
        adapters.addFirst(adapter);
    }

    /** Such an adapter is disabled. The machine's own one stays. */
    public void removeAdapter(String adapter) {
        if (!adapter.equals(ETHERNET)) {
            adapters.remove(adapter);
        }
    }

    /** Whether DHCP on that adapter brings the host's address (option 245). */
    public boolean bringsHostAddress(String adapter) {
        return adapter.equals(ETHERNET) && dhcp && connected && guest.services().isRunning("Dhcp");
    }

    /** How much later the host answers; beyond a program's patience it does not. */
    public Duration hostDelay() {
        return hostDelay;
    }

    /** Slows the host down, or lets it be as ever. */
    public void setHostDelay(Duration delay) {
        hostDelay = delay;
    }

    /** Lets names outside be found, or not. */
    public void setDnsAnswers(boolean on) {
        dnsAnswers = on;
    }
}
