package latchkey.simulator.guest;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

/** The .NET Framework that the agent runs on: its machine.config and its bitness. */
@Known(how = How.SPECIFIED, source = "troubleshoot the Windows guest agent: .NET")
public final class DotNet {
    /** The file every program on .NET 4 reads first. */
    public static final String MACHINE_CONFIG =
            "C:\\Windows\\Microsoft.NET\\Framework64\\v4.0.30319\\Config\\machine.config";

    /** The same as Windows delivered it. */
    @Known(how = How.RECORDED, source = "repairs by users: machine.config.default beside it")
    private static final String AS_DELIVERED = MACHINE_CONFIG + ".default";

    private static final String KEY = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\.NETFramework";
    private static final String ENABLE_64_BIT = "Enable64Bit";
    private static final String SINK = "Microsoft.VisualStudio.Diagnostics.ServiceModelSink";
    private static final String SOUND_CONFIG =
            "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\r\n<configuration>\r\n  <configSections>"
                    + "\r\n  </configSections>\r\n  <startup />\r\n  <runtime />\r\n"
                    + "  <system.serviceModel>\r\n  </system.serviceModel>\r\n</configuration>\r\n";

    private final Registry registry;
    private final FileTree files;

    DotNet(Registry registry, FileTree files) {
        this.registry = registry;
        this.files = files;
        files.write(AS_DELIVERED, SOUND_CONFIG);
        repair();
    }

    /** What a program on .NET meets when it starts. */
    public enum Health {
        /** It starts. */
        SOUND,
        /** ConfigurationErrorsException: machine.config is damaged or missing. */
        CONFIG_DAMAGED,
        /** A type of WCF debugging could not be loaded: entries were left in machine.config. */
        DEBUGGING_LEFT_ON,
        /** BadImageFormatException: .NET is forced to 32 bits. */
        FORCED_TO_32_BIT
    }

    /** What a program that starts now meets. */
    public Health health() {
        String config = files.read(MACHINE_CONFIG).map(FileTree.Entry::text).orElse("");
        if (!config.contains("</configuration>")) {
            return Health.CONFIG_DAMAGED;
        }
        if (config.contains(SINK)) {
            return Health.DEBUGGING_LEFT_ON;
        }
        return registry.number(KEY, ENABLE_64_BIT, 1) == 0 ? Health.FORCED_TO_32_BIT : Health.SOUND;
    }

    /** Cuts machine.config off in the middle. */
    public void damageConfig() {
        files.write(MACHINE_CONFIG, SOUND_CONFIG.substring(0, SOUND_CONFIG.length() / 2));
    }

    /** Leaves the entries of WCF debugging in machine.config. */
    public void leaveDebuggingOn() {
        String behaviour =
                "    <commonBehaviors><endpointBehaviors><add name=\""
                        + SINK
                        + ".Behavior\" />"
                        + "</endpointBehaviors></commonBehaviors>\r\n  </system.serviceModel>";
        files.write(MACHINE_CONFIG, SOUND_CONFIG.replace("  </system.serviceModel>", behaviour));
    }

    /** Forces programs that could be either to 32 bits. */
    public void forceTo32Bit() {
        registry.set(KEY, ENABLE_64_BIT, 0);
    }

    /** A good machine.config is copied over. */
    public void replaceConfig() {
        files.write(MACHINE_CONFIG, SOUND_CONFIG);
    }

    /** Programs run with 64 bits again. */
    public void allow64Bit() {
        registry.set(KEY, ENABLE_64_BIT, 1);
    }

    /** Everything as it was installed. */
    public void repair() {
        replaceConfig();
        registry.remove(KEY, ENABLE_64_BIT);
    }
}
