package latchkey.simulator.guest;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;
import latchkey.simulator.world.World;

import java.util.Optional;

/**
 * Remote Desktop from a client's call to its session: the way in, the listener, the secure channel.
 * Who may sign in is judged by {@link LogonJudge}.
 */
public final class RemoteDesktop {
    /** Key of the listener. */
    public static final String LISTENER = Guest.TERMINAL_SERVER + "\\WinStations\\RDP-Tcp";

    /** Key of what group policy says of Remote Desktop; it wins over the local settings. */
    public static final String POLICY =
            "HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services";

    private static final String SERVICE = "TermService";
    private static final String DENY = "fDenyTSConnections";
    private static final int ORDINARY_PORT = 3389;

    private final World world;
    private final Guest guest;
    private final ListenerCertificate certificate;
    private final LogonJudge judge;
    private final TerminalLog log;
    private boolean credSspPatched = true;
    private boolean sessionHostRole;
    private boolean licensed;

    RemoteDesktop(World world, Guest guest) {
        this.world = world;
        this.guest = guest;
        this.certificate = new ListenerCertificate(world, guest);
        this.judge = new LogonJudge(world, guest);
        this.log = new TerminalLog(guest);
    }

    /** The listener's certificate. */
    public ListenerCertificate certificate() {
        return certificate;
    }

    /** The port it listens on. */
    public int port() {
        return (int) guest.registry().number(LISTENER, "PortNumber", ORDINARY_PORT);
    }

    /** Whether the sign-in is judged before a session is made; policy wins. */
    public boolean demandsNetworkLevelAuthentication() {
        long local = guest.registry().number(LISTENER, "UserAuthentication", 1);
        return guest.registry().number(POLICY, "UserAuthentication", local) != 0;
    }

    /** Demands it or no longer does, by the local setting. */
    public void setNetworkLevelAuthentication(boolean on) {
        guest.registry().set(LISTENER, "UserAuthentication", on ? 1 : 0);
    }

    /** Whether connections are denied by the local setting or by policy. */
    public boolean deniesConnections() {
        return deniedBy(POLICY, guest.registry().number(Guest.TERMINAL_SERVER, DENY, 1));
    }

    private boolean deniedBy(String key, long otherwise) {
        return guest.registry().number(key, DENY, otherwise) != 0;
    }

    /** Whether it has the CredSSP update of 2018. */
    public boolean isCredSspPatched() {
        return credSspPatched;
    }

    /** Gives or takes the CredSSP update. */
    public void setCredSspPatched(boolean on) {
        credSspPatched = on;
    }

    /** Installs the session host role, with or without licences once its grace is over. */
    public void setSessionHost(boolean role, boolean withLicences) {
        sessionHostRole = role;
        licensed = withLicences;
    }

    /** Whether a call from there reaches the listener: the derived fact of the specification. */
    public boolean isReachable(RemoteClient client) {
        return obstacle(client).isEmpty();
    }

    /** Whether that name and password would be let in by the rules, nothing being tried. */
    public boolean allowsLogon(String name, String password) {
        return judge.allows(name, password);
    }

    /** Somebody tries to sign in; logs of the machine say what it saw of it. */
    public SignIn attempt(RemoteClient client, String name, String password) {
        Optional<SignIn.Reason> outside = obstacle(client);
        if (outside.isPresent()) {
            return refuse(client, name, outside.get());
        }
        log.called(client);
        Optional<SignIn.Reason> channel = channelTrouble(client);
        if (channel.isPresent()) {
            return refuse(client, name, channel.get());
        }
        LogonJudge.Verdict verdict =
                judge.judge(client, demandsNetworkLevelAuthentication(), name, password);
        return switch (verdict) {
            case LogonJudge.Verdict.No no -> refuse(client, name, no.reason());
            case LogonJudge.Verdict.Yes yes -> admit(client, yes);
        };
    }

    /**
     * The same, and whoever is asked at the sign-in screen of the session for a new password types
     * that one. A sign-in that is judged before the session has no such screen.
     */
    public SignIn attempt(RemoteClient client, String name, String password, String fresh) {
        SignIn answer = attempt(client, name, password);
        boolean asked =
                answer instanceof SignIn.Refused refused
                        && (refused.reason() == SignIn.Reason.MUST_CHANGE_PASSWORD
                                || refused.reason() == SignIn.Reason.PASSWORD_EXPIRED);
        boolean changed =
                asked && !demandsNetworkLevelAuthentication() && judge.changes(name, fresh);
        return changed ? attempt(client, name, fresh) : answer;
    }

    private SignIn admit(RemoteClient client, LogonJudge.Verdict.Yes yes) {
        log.authenticated(client, yes);
        if (sessionHostRole && !licensed && !client.administrative()) {
            log.graceOver();
            return refuse(client, yes.account(), SignIn.Reason.NO_LICENCE);
        }
        int session = guest.sessions().begin(yes.account());
        judge.logSignedIn(client, yes, session);
        log.begun(client, yes, session);
        boolean temporary = guest.freeBytes() < TerminalLog.ROOM_FOR_PROFILE;
        if (temporary) {
            log.temporaryProfile();
        }
        world.tell("rdp/" + guest.computer(), "signed-in", "account", yes.account());
        return new SignIn.Admitted(yes.account(), session, temporary);
    }

    private SignIn refuse(RemoteClient client, String name, SignIn.Reason reason) {
        SignIn.Refused refused = new SignIn.Refused(reason, reason.text().in(client.tongue()));
        world.tell(
                "rdp/" + guest.computer(),
                "sign-in-refused",
                "account",
                name,
                "because",
                refused.because());
        return refused;
    }

    @Known(how = How.SPECIFIED, source = "simulator specification 3.8, rdpReachable")
    private Optional<SignIn.Reason> obstacle(RemoteClient client) {
        if (!guest.isUp() || guest.isHung()) {
            return Optional.of(SignIn.Reason.OS_NOT_UP);
        }
        if (!guest.network().isUsable()) {
            return Optional.of(SignIn.Reason.NETWORK_DOWN);
        }
        if (!guest.network().admitsFrom(client.source())) {
            return Optional.of(SignIn.Reason.SECURITY_GROUP_CLOSED);
        }
        boolean filtering = guest.services().isRunning("MpsSvc");
        if (filtering && !guest.firewall().admits(client.port())) {
            return Optional.of(SignIn.Reason.FIREWALL_BLOCKS);
        }
        return listenerTrouble(client);
    }

    private Optional<SignIn.Reason> listenerTrouble(RemoteClient client) {
        Service.State state =
                guest.services().find(SERVICE).map(Service::state).orElse(Service.State.STOPPED);
        if (state == Service.State.STOPPED) {
            return Optional.of(SignIn.Reason.SERVICE_NOT_RUNNING);
        }
        if (state == Service.State.HUNG) {
            return Optional.of(SignIn.Reason.SERVICE_HUNG);
        }
        if (deniedBy(POLICY, 0)) {
            return Optional.of(SignIn.Reason.CONNECTIONS_DENIED_BY_POLICY);
        }
        if (deniesConnections()) {
            return Optional.of(SignIn.Reason.CONNECTIONS_DENIED);
        }
        if (guest.registry().number(LISTENER, "fEnableWinStation", 1) == 0) {
            return Optional.of(SignIn.Reason.LISTENER_DISABLED);
        }
        return client.port() == port()
                ? Optional.empty()
                : Optional.of(SignIn.Reason.LISTENER_ON_ANOTHER_PORT);
    }

    private Optional<SignIn.Reason> channelTrouble(RemoteClient client) {
        if (guest.attack().isOverwhelming()) {
            return Optional.of(SignIn.Reason.FLOODED);
        }
        if (!certificate.isUsable()) {
            return Optional.of(SignIn.Reason.CERTIFICATE_UNUSABLE);
        }
        if (!guest.tls().serversSpeakTls12()) {
            log.noTls();
            return Optional.of(SignIn.Reason.NO_COMMON_TLS);
        }
        boolean mismatch = client.credSspPatched() && !client.allowsOldOracle() && !credSspPatched;
        return demandsNetworkLevelAuthentication() && mismatch
                ? Optional.of(SignIn.Reason.CREDSSP_MISMATCH)
                : Optional.empty();
    }
}
