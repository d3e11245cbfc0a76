package latchkey.simulator.guest;

import latchkey.simulator.wire.Cloud;
import latchkey.simulator.world.World;

import java.time.Duration;
import java.time.Instant;

/**
 * One installation of Windows. It keeps its state over restarts; services and sessions end with
 * them.
 */
public final class Guest {
    /** Key of the Remote Desktop settings. */
    public static final String TERMINAL_SERVER =
            "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server";

    private static final long SYSTEM_DRIVE_FREE = 98L << 30;

    private final World world;
    private final GuestSpec spec;
    private final Accounts accounts;
    private final Registry registry = new Registry();
    private final Services services;
    private final Firewall firewall = new Firewall(registry);
    private final Network network;
    private final FileTree files;
    private final EventLogs events;
    private final CertificateStore certificates = new CertificateStore();
    private final Programs programs;
    private final ApplicationControl applicationControl = new ApplicationControl();
    private final Wmi wmi = new Wmi();
    private BootTrouble bootTrouble = BootTrouble.NONE;
    private boolean hung;
    private Runnable restarter = () -> {};
    private final TlsSettings tls;
    private final MachinePath path;
    private final DotNet dotNet;
    private final TrustStore roots = new TrustStore();
    private final DomainLink domain;
    private final Laps laps;
    private final EntraLogin entra;
    private final RemoteDesktop remoteDesktop;
    private final Attack attack;
    private final Sessions sessions = new Sessions();
    private final RestoreMode restoreMode = new RestoreMode();
    private final CrashLog crashes;
    private Duration clockOffset = Duration.ZERO;
    private long freeBytes = SYSTEM_DRIVE_FREE;
    private boolean up;
    private Instant bootedAt;

    /** An installation at the end of its setup, not started yet. */
    public Guest(World world, GuestSpec spec, Cloud cloud) {
        this.world = world;
        this.spec = spec;
        this.bootedAt = world.now();
        this.accounts =
                new Accounts(
                        world,
                        this,
                        spec.domain().isEmpty() ? PasswordPolicy.WORKGROUP : PasswordPolicy.DOMAIN);
        this.services = new Services(world, this);
        this.programs = new Programs(world, this);
        this.network = new Network(this, cloud);
        this.files = new FileTree(this);
        this.events = new EventLogs(this);
        this.tls = new TlsSettings(registry);
        this.path = new MachinePath(registry);
        this.dotNet = new DotNet(registry, files);
        this.domain = new DomainLink(world, this);
        this.laps = new Laps(world, this);
        this.entra = new EntraLogin(world, this);
        this.remoteDesktop = new RemoteDesktop(world, this);
        this.attack = new Attack(world, this);
        this.crashes = new CrashLog(this);
        Installation.furnish(this);
    }

    /** Makes the first administrator, as setup does. */
    public void install(String adminName, String password) {
        accounts.install(adminName, password);
    }

    /** The operating system comes up: automatic services start. */
    public void start() {
        up = true;
        hung = false;
        bootedAt = clock();
        world.tell("os/" + computer(), "os-started");
        restoreMode.begin();
        services.startAutomatic();
        StartupScript.run(this);
    }

    /** The operating system ends. */
    public void stop() {
        if (up) {
            up = false;
            services.endAll();
            sessions.endAll();
            programs.endAll();
            world.tell("os/" + computer(), "os-stopped");
        }
    }

    /** Whether the operating system runs. */
    public boolean isUp() {
        return up;
    }

    /** When it came up last, by its own clock. */
    public Instant bootedAt() {
        return bootedAt;
    }

    /** What it is. */
    public GuestSpec spec() {
        return spec;
    }

    /** Its NetBIOS name. */
    public String computer() {
        return spec.computer();
    }

    /** Its own clock, which may differ from the world's. */
    public Instant clock() {
        return world.now().plus(clockOffset);
    }

    /** The world's time, which no clock of it need show. */
    Instant worldTime() {
        return world.now();
    }

    /** How much its clock is ahead of the world's. */
    public Duration clockOffset() {
        return clockOffset;
    }

    /** Its clock is put forward or back. */
    public void jumpClock(Duration by) {
        clockOffset = clockOffset.plus(by);
        world.tell("os/" + computer(), "clock-jumped", "by", by.toString());
    }

    /** Its clock is set right. */
    public void correctClock() {
        jumpClock(clockOffset.negated());
    }

    /** Bytes free on the system drive. */
    public long freeBytes() {
        return freeBytes;
    }

    /** Sets how many bytes are free on the system drive. */
    public void setFreeBytes(long bytes) {
        freeBytes = bytes;
    }

    /** Local accounts and their rules. */
    public Accounts accounts() {
        return accounts;
    }

    /** The registry. */
    public Registry registry() {
        return registry;
    }

    /** The services. */
    public Services services() {
        return services;
    }

    /** Windows Firewall. */
    public Firewall firewall() {
        return firewall;
    }

    /** Versions of TLS that its programs and services speak. */
    public TlsSettings tls() {
        return tls;
    }

    /** Where it looks for programs. */
    public MachinePath path() {
        return path;
    }

    /** The .NET Framework. */
    public DotNet dotNet() {
        return dotNet;
    }

    /** Authorities it trusts. */
    public TrustStore roots() {
        return roots;
    }

    /** What ties it to its domain. */
    public DomainLink domain() {
        return domain;
    }

    /** Windows LAPS. */
    public Laps laps() {
        return laps;
    }

    /** Sign-in with Microsoft Entra accounts. */
    public EntraLogin entra() {
        return entra;
    }

    /** Remote Desktop. */
    public RemoteDesktop remoteDesktop() {
        return remoteDesktop;
    }

    /** Strangers who guess passwords. */
    public Attack attack() {
        return attack;
    }

    /** Who is signed in. */
    public Sessions sessions() {
        return sessions;
    }

    /** The restore mode of a domain controller. */
    public RestoreMode restoreMode() {
        return restoreMode;
    }

    /** What the Application log says of programs that crashed. */
    public CrashLog crashes() {
        return crashes;
    }

    /** The way out. */
    public Network network() {
        return network;
    }

    /** The files of the system drive. */
    public FileTree files() {
        return files;
    }

    /** The event logs. */
    public EventLogs events() {
        return events;
    }

    /** The machine's certificates. */
    public CertificateStore certificates() {
        return certificates;
    }

    /** Processes, and how programs behave. */
    public Programs programs() {
        return programs;
    }

    /** AppLocker. */
    public ApplicationControl applicationControl() {
        return applicationControl;
    }

    /** Windows Management Instrumentation. */
    public Wmi wmi() {
        return wmi;
    }

    /** What keeps it from coming up. */
    public BootTrouble bootTrouble() {
        return bootTrouble;
    }

    /** Sets what keeps it from coming up at the next start. */
    public void setBootTrouble(BootTrouble trouble) {
        bootTrouble = trouble;
    }

    /** Whether it runs and answers nobody. */
    public boolean isHung() {
        return hung;
    }

    /** It stops answering, until this is taken back or it is started anew. */
    public void setHung(boolean on) {
        hung = on;
        world.tell("os/" + computer(), on ? "os-hung" : "os-answers-again");
    }

    /** Says how a program inside can have the machine restarted. */
    public void setRestarter(Runnable action) {
        restarter = action;
    }

    /** A program inside wants the machine restarted; it goes on until that happens. */
    public void requestRestart(String because) {
        world.tell("os/" + computer(), "restart-requested", "because", because);
        restarter.run();
    }
}
