package latchkey.simulator.agent;

import latchkey.simulator.guest.EventLogs;
import latchkey.simulator.guest.FileTree;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.Service;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;
import latchkey.simulator.world.World;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The agent's package on a machine: its services, its keys, its folder. */
@Known(how = How.SPECIFIED, source = "agent-windows; vmassist.ps1; VmAgentInstaller.xml of 2019")
public final class AgentInstaller {
    static final String SOFTWARE = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\";
    static final String OWN_KEY = SOFTWARE + "GuestAgent";
    static final String VERSION = "GuestAgentVersion";
    static final String RD_AGENT = "RdAgent";
    static final String GUEST_AGENT = "WindowsAzureGuestAgent";

    private static final String PANTHER = "C:\\Windows\\Panther\\VmAgentInstaller.xml";
    private static final int FAILED = 1603;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final World world;
    private final Guest guest;
    private final AgentSetup setup;

    AgentInstaller(World world, Guest guest, AgentSetup setup) {
        this.world = world;
        this.guest = guest;
        this.setup = setup;
    }

    /**
     * How the package ended.
     *
     * @param code exit code of msiexec
     * @param text what it says; empty when it went well
     */
    public record Outcome(int code, String text) {}

    /** The state an image brings. */
    void furnish() {
        if (setup.installed()) {
            register(guest, setup.version());
            servicePath();
        } else {
            guest.services().remove(RD_AGENT);
            guest.services().remove(GUEST_AGENT);
        }
    }

    /** Puts files, services and keys in place for a version. */
    static void register(Guest guest, String version) {
        String folder = folder(version);
        Service.Start automatic = Service.Start.AUTOMATIC;
        guest.services().add(RD_AGENT, "RdAgent", folder + "WaAppAgent.exe", automatic);
        String program = folder + "WindowsAzureGuestAgent.exe";
        guest.services().add(GUEST_AGENT, "Windows Azure Guest Agent", program, automatic);
        place(guest, version);
    }

    /** Puts files and keys in place for a version, and points the services to it as they stand. */
    static void place(Guest guest, String version) {
        String folder = folder(version);
        guest.files().write(folder + "WaAppAgent.exe", "MZ");
        guest.files().write(folder + "WindowsAzureGuestAgent.exe", "MZ");
        guest.services()
                .find(RD_AGENT)
                .ifPresent(service -> service.setProgram(folder + "WaAppAgent.exe"));
        guest.services()
                .find(GUEST_AGENT)
                .ifPresent(service -> service.setProgram(folder + "WindowsAzureGuestAgent.exe"));
        guest.registry().set(SOFTWARE + "Virtual Machine\\Guest", VERSION, version);
        guest.registry().set(OWN_KEY, VERSION, version);
    }

    static String folder(String version) {
        return "C:\\WindowsAzure\\GuestAgent_" + version + "\\";
    }

    /**
     * Somebody runs the package, or puts its files and keys on the disk of a machine that is off;
     * services are set up, and started where Windows runs.
     *
     * @param older whether it is the package of the build that ran before an update
     */
    Outcome install(boolean older) {
        if (guest.isUp() && !guest.wmi().registryProviderWorks()) {
            return fail();
        }
        String version =
                older
                        ? guest.registry().text(OWN_KEY, AgentUpdate.PREVIOUS, setup.version())
                        : setup.version();
        guest.services().stop(GUEST_AGENT);
        guest.services().stop(RD_AGENT);
        guest.registry().remove(OWN_KEY, AgentUpdate.WAITING);
        register(guest, version);
        servicePath();
        world.tell("agent/" + guest.computer(), "agent-installed", "version", version);
        if (guest.isUp()) {
            guest.services().start(RD_AGENT);
            guest.services().start(GUEST_AGENT);
        }
        return new Outcome(0, "");
    }

    private void servicePath() {
        log(
                "INFO",
                "<SetRdAgentServicePathInRegistry ServiceName=\"RdAgent\" ServiceImagePath=\""
                        + folder(setup.version())
                        + "WaAppAgent.exe\"/>");
    }

    @Known(how = How.RECORDED, source = "VmAgentInstaller.xml and MSI text of a broken StdRegProv")
    private Outcome fail() {
        servicePath();
        error("Setting the new RdAgent service path in registry failed.", "424", "Object required");
        log("ERROR", "<ConfigureRdAgentService/>");
        error("Installing the RdAgent service failed.", "-2147467259", "Unspecified error");
        String program = "C:\\Program Files\\Windows Azure VM Agent v" + setup.version();
        String text =
                "Product: Windows Azure VM Agent - "
                        + setup.version()
                        + " -- Error 1722. There is a problem with this Windows Installer package."
                        + " A program run as part of the setup did not finish as expected. Contact"
                        + " your support personnel or package vendor.  Action CA2, location:"
                        + " wscript.exe, command: \""
                        + program
                        + "\\\\InstallOrUpdateGA.vbs\"";
        guest.events()
                .write(
                        new EventLogs.Source("Application", "MsiInstaller", 11722, "Error"),
                        text,
                        "param1",
                        text);
        world.tell(
                "agent/" + guest.computer(),
                "agent-install-failed",
                "because",
                "wmi-registry-provider-broken");
        return new Outcome(FAILED, text);
    }

    private void error(String message, String number, String description) {
        log(
                "ERROR",
                "<UnhandledError><Message>"
                        + message
                        + "</Message><Number>"
                        + number
                        + "</Number><Description>"
                        + description
                        + "</Description><Source>Microsoft VBScript runtime error</Source>"
                        + "</UnhandledError>");
    }

    private void log(String category, String element) {
        String former = guest.files().read(PANTHER).map(FileTree.Entry::text).orElse("");
        guest.files()
                .put(
                        PANTHER,
                        former
                                + "<Event time=\""
                                + STAMP.format(guest.clock())
                                + "\" category=\""
                                + category
                                + "\" source=\"GuestAgent\">"
                                + element
                                + "</Event>\r\n");
    }
}
