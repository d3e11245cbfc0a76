package latchkey.simulator.agent;

import latchkey.simulator.agent.log.Logs;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.OsRelease;
import latchkey.simulator.guest.Service;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;
import latchkey.simulator.world.World;

/** Whether the agent's program can run on this Windows at all. */
@Known(
        how = How.RECORDED,
        source = "windows-azure-guest-agent: event 1026; WindowsVMAgent issue 20")
final class StartCheck {
    private static final String PROGRAM = "WindowsAzureGuestAgent.exe";

    @Known(how = How.RECORDED, source = "WindowsVMAgent issue 20: build 1193 on Server 2008 R2")
    private static final int FIRST_WITH_RUST = 1193;

    private final World world;
    private final Guest guest;
    private final String version;
    private final Logs logs;

    StartCheck(World world, Guest guest, String version, Logs logs) {
        this.world = world;
        this.guest = guest;
        this.version = version;
        this.logs = logs;
    }

    /** Whether the service points to a program that is there. */
    boolean programExists() {
        return guest.services()
                .find(AgentInstaller.GUEST_AGENT)
                .map(Service::program)
                .flatMap(guest.files()::read)
                .isPresent();
    }

    /** Whether it crashes at once; then the crash has been written. */
    boolean crashes() {
        if (isTooNew()) {
            crash(
                    "System.DllNotFoundException",
                    "   at"
                        + " Microsoft.WindowsAzure.GuestAgent.Core.IaaS.RustWrapper.RustCommonWrapper.init_lib(Byte,"
                        + " IntPtr, IntPtr)\r\n");
            return true;
        }
        return switch (guest.dotNet().health()) {
            case SOUND, FORCED_TO_32_BIT -> false;
            case CONFIG_DAMAGED -> configuration("");
            case DEBUGGING_LEFT_ON -> configuration(SINK);
        };
    }

    private boolean isTooNew() {
        boolean old = guest.spec().release() == OsRelease.SERVER_2008_R2;
        String[] parts = version.split("\\.");
        return old && Integer.parseInt(parts[parts.length - 1]) >= FIRST_WITH_RUST;
    }

    private static final String SINK =
            "System.Configuration.ConfigurationErrorsException: The type"
                    + " 'Microsoft.VisualStudio.Diagnostics.ServiceModelSink.Behavior,"
                    + " Microsoft.VisualStudio.Diagnostics.ServiceModelSink, Version=4.0.0.0,"
                    + " Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a' registered for extension"
                    + " 'Microsoft.VisualStudio.Diagnostics.ServiceModelSink.Behavior' could not be"
                    + " loaded.\r\n\r\n"
                    + "(C:\\Windows\\Microsoft.NET\\Framework64\\v4.0.30319\\Config\\machine.config"
                    + " line 242)";

    private boolean configuration(String logged) {
        if (!logged.isEmpty()) {
            logs.installer().error(3, logged);
        }
        crash(
                "System.Configuration.ConfigurationErrorsException",
                "   at System.Configuration.ConfigurationSchemaErrors.ThrowIfErrors(Boolean)\r\n"
                    + "   at"
                    + " System.Configuration.BaseConfigurationRecord.ThrowIfParseErrors(System.Configuration.ConfigurationSchemaErrors)\r\n"
                    + "   at"
                    + " System.Configuration.ClientConfigurationSystem.EnsureInit(System.String)\r\n\r\n"
                    + "Exception Info: System.TypeInitializationException\r\n"
                    + "   at"
                    + " Microsoft.WindowsAzure.GuestAgent.Prime.TraceManager.Write(System.String,"
                    + " System.Object[])\r\n"
                    + "   at Microsoft.WindowsAzure.GuestAgent.AgentCore.AgentCore.Start()\r\n"
                    + "   at System.Threading.ThreadHelper.ThreadStart()\r\n");
        return true;
    }

    private void crash(String exception, String frames) {
        guest.crashes().crashed(PROGRAM, version, "Exception Info: " + exception + "\r\n" + frames);
        world.tell("agent/" + guest.computer(), "agent-cannot-run", "because", exception);
    }
}
