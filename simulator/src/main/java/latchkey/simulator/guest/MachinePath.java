package latchkey.simulator.guest;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.util.Locale;

/** Where the machine looks for programs, and what every command processor runs first. */
@Known(how = How.SPECIFIED, source = "Windows environment; extension troubleshooting, PATH")
public final class MachinePath {
    /** Key of the machine's environment. */
    public static final String ENVIRONMENT =
            "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment";

    /** Key of what cmd runs first. */
    public static final String COMMAND_PROCESSOR =
            "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Command Processor";

    /** What the search path begins with on a sound machine. */
    public static final String STANDARD =
            "%SystemRoot%\\system32;%SystemRoot%;%SystemRoot%\\System32\\Wbem;"
                    + "%SYSTEMROOT%\\System32\\WindowsPowerShell\\v1.0\\";

    private static final String AUTO_RUN = "AutoRun";

    private final Registry registry;

    MachinePath(Registry registry) {
        this.registry = registry;
        registry.set(ENVIRONMENT, "Path", STANDARD);
    }

    /** The search path as it is written. */
    public String value() {
        return registry.text(ENVIRONMENT, "Path", "");
    }

    /** Whether a program that comes with Windows, such as powershell, is found by its name. */
    public boolean finds(String program) {
        String folder =
                program.toLowerCase(Locale.ROOT).startsWith("powershell")
                        ? "\\system32\\windowspowershell\\v1.0"
                        : "\\system32";
        for (String part : value().toLowerCase(Locale.ROOT).split(";")) {
            String bare = part.endsWith("\\") ? part.substring(0, part.length() - 1) : part;
            if (bare.equals("%systemroot%" + folder) || bare.equals("c:\\windows" + folder)) {
                return true;
            }
        }
        return false;
    }

    /** What cmd runs before every command; empty when nothing. */
    public String autoRun() {
        return registry.text(COMMAND_PROCESSOR, AUTO_RUN, "");
    }

    /** Somebody replaced the search path instead of adding to it. */
    public void replaceWith(String path) {
        registry.set(ENVIRONMENT, "Path", path);
    }

    /** The standard folders first, then what was there; nothing is run before commands. */
    public void restore() {
        String former = value();
        registry.set(
                ENVIRONMENT,
                "Path",
                former.startsWith(STANDARD) ? former : STANDARD + ";" + former);
        registry.remove(COMMAND_PROCESSOR, AUTO_RUN);
    }
}
