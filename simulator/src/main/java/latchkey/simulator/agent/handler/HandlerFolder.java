package latchkey.simulator.agent.handler;

import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.Win32Error;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.util.Optional;

/**
 * Where a handler of one version lives.
 *
 * @param guest the machine
 * @param handler {@code Publisher.Type}
 * @param version its version
 */
@Known(how = How.SPECIFIED, source = "manifests of Azure Disk Inspect; extension design note")
public record HandlerFolder(Guest guest, String handler, String version) {
    /** Folder of all packages. */
    public static final String PLUGINS = "C:\\Packages\\Plugins";

    /** Folder of all handlers' logs. */
    public static final String LOGS = "C:\\WindowsAzure\\Logs\\Plugins";

    private static final String STATES =
            "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows Azure\\HandlerState\\";

    /** The package's folder. */
    public String root() {
        return PLUGINS + "\\" + handler + "\\" + version;
    }

    /** The folder of its logs. */
    public String logs() {
        return LOGS + "\\" + handler + "\\" + version;
    }

    /** The script or program of a command. */
    public String program(Command command) {
        return root() + "\\" + command.word() + ".cmd";
    }

    /** Its settings of that number. */
    public String settings(int sequence) {
        return root() + "\\RuntimeSettings\\" + sequence + ".settings";
    }

    /** Its status of that number. */
    public String status(int sequence) {
        return root() + "\\Status\\" + sequence + ".status";
    }

    /** Its heartbeat, for handlers that have one. */
    public String heartbeat() {
        return root() + "\\Status\\HeartBeat.Json";
    }

    /** Its key in the registry. */
    public String key() {
        return STATES + handler + "_" + version;
    }

    /** What the package brings and the agent adds, before the first command runs. */
    public Optional<Win32Error> unpack(boolean heartbeat) {
        String manifest =
                """
                [{"version":1.0,"handlerManifest":{"installCommand":"install.cmd",\
                "uninstallCommand":"uninstall.cmd","updateCommand":"update.cmd","enableCommand":"enable.cmd",\
                "disableCommand":"disable.cmd","rebootAfterInstall":false,"reportHeartbeat":%s}}]\
                """
                        .formatted(heartbeat);
        return guest.files()
                .put(root() + "\\HandlerManifest.json", manifest)
                .or(() -> guest.files().put(root() + "\\PackageInformation.txt", version + "\r\n"))
                .or(() -> guest.files().put(root() + "\\HandlerEnvironment.json", environment()));
    }

    private String environment() {
        String text =
                """
                [{"version":1.0,"handlerEnvironment":{"logFolder":"%s",\
                "configFolder":"%s","statusFolder":"%s","heartbeatFile":"%s",\
                "deploymentid":"","rolename":"","instance":"","hostResolverAddress":""}}]\
                """;
        return text.formatted(
                escape(logs()),
                escape(root() + "\\RuntimeSettings"),
                escape(root() + "\\Status"),
                escape(heartbeat()));
    }

    private static String escape(String path) {
        return path.replace("\\", "\\\\");
    }
}
