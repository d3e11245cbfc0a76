package latchkey.simulator.agent;

import latchkey.simulator.agent.log.Logs;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.Service;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;
import latchkey.simulator.world.World;

/** The agent's package on a machine: its services, its keys, its folder. */
@Known(how = How.SPECIFIED, source = "agent-windows; vmassist.ps1; VmAgentInstaller.xml of 2019")
final class AgentInstaller {
    static final String SOFTWARE = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\";
    static final String RD_AGENT = "RdAgent";
    static final String GUEST_AGENT = "WindowsAzureGuestAgent";

    private final World world;
    private final Guest guest;
    private final AgentSetup setup;
    private final Logs logs;

    AgentInstaller(World world, Guest guest, AgentSetup setup, Logs logs) {
        this.world = world;
        this.guest = guest;
        this.setup = setup;
        this.logs = logs;
    }

    /** The state an image brings. */
    void furnish() {
        if (setup.installed()) {
            register(guest, setup.version());
        } else {
            guest.services().remove(RD_AGENT);
            guest.services().remove(GUEST_AGENT);
        }
    }

    static void register(Guest guest, String version) {
        String folder = "C:\\WindowsAzure\\GuestAgent_" + version + "\\";
        guest.services()
                .add(RD_AGENT, "RdAgent", folder + "WaAppAgent.exe", Service.Start.AUTOMATIC);
        guest.services()
                .add(
                        GUEST_AGENT,
                        "Windows Azure Guest Agent",
                        folder + "WindowsAzureGuestAgent.exe",
                        Service.Start.AUTOMATIC);
        guest.registry().set(SOFTWARE + "Virtual Machine\\Guest", "GuestAgentVersion", version);
        guest.registry().set(SOFTWARE + "GuestAgent", "GuestAgentVersion", version);
        guest.files().write(folder + "WaAppAgent.exe", "MZ");
        guest.files().write(folder + "WindowsAzureGuestAgent.exe", "MZ");
    }
}
