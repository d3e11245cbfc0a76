package latchkey.simulator.fault;

import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.Programs.Conduct;
import latchkey.simulator.guest.Service;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.util.List;

/** The guest agent itself. */
final class AgentFaults {
    private static final String RD_AGENT = "RdAgent";
    private static final String GUEST_AGENT = "WindowsAzureGuestAgent";
    private static final String PROGRAM = "WindowsAzureGuestAgent.exe";
    private static final String KEY = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\GuestAgent";
    private static final String WAITING = "Update-NewGAVersion";

    @Known(how = How.SPECIFIED, source = "reset-rdp: agent services have to run")
    static final Fault STOPPED =
            Fault.of(
                    "agent-stopped",
                    "The agent's services are stopped",
                    (site, values) -> {
                        Guest guest = site.guest();
                        guest.services().stop(GUEST_AGENT);
                        guest.services().stop(RD_AGENT);
                        return () -> {
                            ServiceFaults.startAgain(guest, RD_AGENT);
                            ServiceFaults.startAgain(guest, GUEST_AGENT);
                        };
                    });

    @Known(how = How.SPECIFIED, source = "agent-windows: VM agent not installed")
    static final Fault NOT_INSTALLED =
            Fault.of(
                    "agent-not-installed",
                    "The agent was uninstalled, or its folder was deleted",
                    AgentFaults::uninstall);

    @Known(how = How.INFERRED, source = "event 1026 of the agent, restarted by service recovery")
    static final Fault KILLED =
            Fault.of(
                    "agent-killed",
                    "The agent's process is ended from outside, now; it cannot be taken back",
                    (site, values) -> {
                        site.guest().programs().kill(PROGRAM);
                        return () -> {};
                    });

    @Known(how = How.ASSUMED, source = "a restart of the agent in the middle of a command")
    static final Fault KILLED_DURING =
            Fault.of(
                    "agent-killed-during-command",
                    "The agent's process is ended whenever a handler's command has begun",
                    (site, values) -> {
                        site.guest()
                                .programs()
                                .ambush(values.text("part"), PROGRAM, values.span("after"));
                        return () -> {
                            site.guest().programs().liftAmbushes();
                            ServiceFaults.startAgain(site.guest(), GUEST_AGENT);
                        };
                    },
                    Parameter.text(
                            "part",
                            "Microsoft.Compute.VMAccessAgent",
                            "part of the path of the command"),
                    Parameter.span("after", "PT0.8S", "how long after its beginning"));

    @Known(how = How.RECORDED, source = "agent troubleshooting: stuck in stopping, 2019")
    static final Fault STUCK_UPDATING =
            Fault.of(
                    "agent-stuck-updating",
                    "The agent hangs while it stops for its own update",
                    (site, values) -> {
                        Guest guest = site.guest();
                        String program = program(guest);
                        guest.programs().setConduct(program, new Conduct.Hangs(true));
                        guest.registry().set(KEY, WAITING, values.text("version"));
                        return () -> {
                            guest.programs().clearConduct(program);
                            guest.registry().remove(KEY, WAITING);
                            guest.services().stop(GUEST_AGENT);
                            ServiceFaults.startAgain(guest, GUEST_AGENT);
                        };
                    },
                    Parameter.text("version", "2.7.41491.1193", "the version that waits"));

    @Known(how = How.RECORDED, source = "WindowsVMAgent issue 20: it updates itself and crashes")
    static final Fault UPDATES =
            Fault.of(
                    "agent-updates",
                    "A newer agent waits and is put in place; it cannot be taken back",
                    (site, values) -> {
                        site.guest().registry().set(KEY, WAITING, values.text("version"));
                        return () -> site.guest().registry().remove(KEY, WAITING);
                    },
                    Parameter.text("version", "2.7.41491.1193", "the version that waits"));

    static final List<Fault> ALL =
            List.of(STOPPED, NOT_INSTALLED, KILLED, KILLED_DURING, STUCK_UPDATING, UPDATES);

    private AgentFaults() {}

    private static String program(Guest guest) {
        return guest.services().find(GUEST_AGENT).map(Service::program).orElse(PROGRAM);
    }

    private static Runnable uninstall(Site site, Values values) {
        Guest guest = site.guest();
        String version = guest.registry().text(KEY, "GuestAgentVersion", "");
        String rdAgent = guest.services().find(RD_AGENT).map(Service::program).orElse("");
        String guestAgent = program(guest);
        guest.services().remove(GUEST_AGENT);
        guest.services().remove(RD_AGENT);
        guest.files().remove(rdAgent);
        guest.files().remove(guestAgent);
        guest.registry().remove(KEY, "GuestAgentVersion");
        return () -> {
            guest.files().write(rdAgent, "MZ");
            guest.files().write(guestAgent, "MZ");
            guest.registry().set(KEY, "GuestAgentVersion", version);
            Service.Start start = Service.Start.AUTOMATIC;
            guest.services().add(RD_AGENT, "RdAgent", rdAgent, start);
            guest.services().add(GUEST_AGENT, "Windows Azure Guest Agent", guestAgent, start);
            ServiceFaults.startAgain(guest, RD_AGENT);
            ServiceFaults.startAgain(guest, GUEST_AGENT);
        };
    }
}
