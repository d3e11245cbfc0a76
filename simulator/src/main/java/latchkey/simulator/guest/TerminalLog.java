package latchkey.simulator.guest;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

/** What the channels of Remote Desktop say of a connection on its way. */
@Known(
        how = How.SPECIFIED,
        source =
                "public references of the TerminalServices and RdpCoreTS channels; Schannel events")
final class TerminalLog {
    /** Below this a profile cannot be made. */
    @Known(how = How.ASSUMED, source = "low-space limit of VM assist: 100 MB")
    static final long ROOM_FOR_PROFILE = 100L << 20;

    private static final String INFORMATION = "Information";
    private static final String MANAGER =
            "Microsoft-Windows-TerminalServices-RemoteConnectionManager";
    private static final String SESSIONS = "Microsoft-Windows-TerminalServices-LocalSessionManager";
    private static final String CORE = "Microsoft-Windows-RemoteDesktopServices-RdpCoreTS";

    private final Guest guest;

    TerminalLog(Guest guest) {
        this.guest = guest;
    }

    void called(RemoteClient client) {
        String from = client.source() + ":" + (49152 + client.source().hashCode() % 1000);
        guest.events()
                .write(
                        new EventLogs.Source(CORE + "/Operational", CORE, 131, INFORMATION),
                        "The server accepted a new TCP connection from client " + from + ".",
                        "ConnType",
                        "TCP",
                        "ClientIP",
                        from);
    }

    void authenticated(RemoteClient client, LogonJudge.Verdict.Yes yes) {
        guest.events()
                .write(
                        new EventLogs.Source(MANAGER + "/Operational", MANAGER, 1149, INFORMATION),
                        "Remote Desktop Services: User authentication succeeded:\r\n\r\nUser: "
                                + yes.name()
                                + "\r\nDomain: "
                                + yes.domain()
                                + "\r\nSource Network Address: "
                                + client.source(),
                        "Param1",
                        yes.name(),
                        "Param2",
                        yes.domain(),
                        "Param3",
                        client.source());
    }

    void begun(RemoteClient client, LogonJudge.Verdict.Yes yes, int session) {
        String channel = SESSIONS + "/Operational";
        for (int id : new int[] {21, 22}) {
            String what =
                    id == 21 ? "Session logon succeeded" : "Shell start notification received";
            guest.events()
                    .write(
                            new EventLogs.Source(channel, SESSIONS, id, INFORMATION),
                            "Remote Desktop Services: "
                                    + what
                                    + ":\r\n\r\nUser: "
                                    + yes.account()
                                    + "\r\nSession ID: "
                                    + session
                                    + "\r\nSource Network Address: "
                                    + client.source(),
                            "User",
                            yes.account(),
                            "SessionID",
                            Integer.toString(session),
                            "Address",
                            client.source());
        }
    }

    void graceOver() {
        guest.events()
                .write(
                        new EventLogs.Source(MANAGER + "/Admin", MANAGER, 1069, "Error"),
                        "The RD Licensing grace period has expired and Licensing mode for the"
                                + " Remote Desktop Session Host server has not been configured."
                                + " Licensing mode must be configured for continuous operation.");
    }

    void noTls() {
        guest.events()
                .write(
                        new EventLogs.Source("System", "Schannel", 36871, "Error"),
                        "A fatal error occurred while creating a TLS server credential. The"
                                + " internal error state is 10013.",
                        "Type",
                        "server",
                        "ErrorState",
                        "10013");
    }

    void temporaryProfile() {
        String service = "Microsoft-Windows-User Profiles Service";
        guest.events()
                .write(
                        new EventLogs.Source("Application", service, 1511, "Error"),
                        "Windows cannot find the local profile and is logging you on with a"
                            + " temporary profile. Changes you make to this profile will be lost"
                            + " when you log off.");
    }
}
