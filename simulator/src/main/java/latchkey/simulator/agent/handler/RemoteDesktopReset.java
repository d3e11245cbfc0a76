package latchkey.simulator.agent.handler;

import latchkey.simulator.guest.Firewall;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.Service;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

/** What VMAccess does to Remote Desktop. */
@Known(how = How.SPECIFIED, source = "older revisions of vmaccess-windows; reset-rdp")
final class RemoteDesktopReset {
    private static final int PORT = 3389;
    private static final String LISTENER = Guest.TERMINAL_SERVER + "\\WinStations\\RDP-Tcp";

    private final Guest guest;
    private final VmAccessOptions options;
    private final VmAccessTexts texts;

    RemoteDesktopReset(Guest guest, VmAccessOptions options, VmAccessTexts texts) {
        this.guest = guest;
        this.options = options;
        this.texts = texts;
    }

    void apply() throws VmAccessFailure {
        if (!guest.services().isRunning("MpsSvc") || !guest.services().isRunning("BFE")) {
            throw new VmAccessFailure(texts.firewall(), "firewall-service-stopped");
        }
        guest.firewall().setGroup(Firewall.REMOTE_DESKTOP, true);
        guest.firewall().allowInbound(PORT);
        guest.registry().set(Guest.TERMINAL_SERVER, "fDenyTSConnections", 0);
        if (options.resetsNla()) {
            guest.registry().set(LISTENER, "UserAuthentication", 0);
            guest.registry().set(LISTENER, "SecurityLayer", 1);
            guest.registry().set(LISTENER, "PortNumber", PORT);
        }
        guest.services()
                .find("TermService")
                .filter(service -> service.start() == Service.Start.DISABLED)
                .ifPresent(service -> service.setStart(Service.Start.MANUAL));
        guest.services().start("TermService");
    }
}
