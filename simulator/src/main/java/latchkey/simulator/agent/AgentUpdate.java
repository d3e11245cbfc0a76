package latchkey.simulator.agent;

import latchkey.simulator.agent.log.Diary;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.Programs;
import latchkey.simulator.guest.Service;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;
import latchkey.simulator.world.World;

import java.time.Duration;

/** The agent gives way to a newer version of itself, which the registry says is waiting. */
@Known(how = How.RECORDED, source = "windows-azure-guest-agent: agent stuck in stopping, 2019")
final class AgentUpdate {
    static final String WAITING = "Update-NewGAVersion";
    static final String PREVIOUS = "Update-PreviousGAVersion";
    private static final Duration SWAP = Duration.ofSeconds(9);

    private final World world;
    private final GuestAgent agent;
    private final MainLoop loop;
    private final Guest guest;
    private final Diary diary;

    AgentUpdate(World world, GuestAgent agent, MainLoop loop) {
        this.world = world;
        this.agent = agent;
        this.loop = loop;
        this.guest = agent.guest();
        this.diary = agent.diary();
    }

    static boolean isDue(Guest guest) {
        return !guest.registry().text(AgentInstaller.OWN_KEY, WAITING, "").isEmpty();
    }

    @Known(
            how = How.ASSUMED,
            source = "no evidence: the host service starts the newest version once no old one runs")
    static void beforeStart(World world, Guest guest) {
        String fresh = guest.registry().text(AgentInstaller.OWN_KEY, WAITING, "");
        if (!fresh.isEmpty()) {
            String former =
                    guest.registry().text(AgentInstaller.OWN_KEY, AgentInstaller.VERSION, "");
            guest.registry().set(AgentInstaller.OWN_KEY, PREVIOUS, former);
            guest.registry().remove(AgentInstaller.OWN_KEY, WAITING);
            AgentInstaller.place(guest, fresh);
            world.tell("agent/" + guest.computer(), "agent-updated-at-start", "version", fresh);
        }
    }

    void start() {
        diary.warn(7, "WindowsAzureGuestAgent stopping.");
        diary.info(7, "Uninitializing StateExecutor with WaitForTerminalStateReachedOnEnd : True");
        String image =
                guest.services().find(AgentInstaller.GUEST_AGENT).map(Service::program).orElse("");
        if (guest.programs().conductOf(image) instanceof Programs.Conduct.Hangs) {
            stuck();
        } else {
            swap();
        }
    }

    private void stuck() {
        diary.warn(
                4,
                "WindowsAzureGuestAgent could not be stopped. Exception:"
                    + " System.NullReferenceException: Object reference not set to an instance of"
                    + " an object.\r\n"
                    + "   at Microsoft.WindowsAzure.GuestAgent.ContainerStateMachine"
                    + ".GoalStateExecutorBase.WaitForExtensionWorkflowComplete(Boolean"
                    + " WaitForTerminalStateReachedOnEnd)\r\n"
                    + "   at"
                    + " Microsoft.WindowsAzure.GuestAgent.ContainerStateMachine.GoalStateExecutorBase.Uninitialize(Boolean"
                    + " WaitForTerminalStateReachedOnEnd)\r\n"
                    + "   at Microsoft.WindowsAzure.GuestAgent.ContainerStateMachine"
                    + ".GoalStateExecutorForCloud.Uninitialize(Boolean"
                    + " WaitForTerminalStateReachedOnEnd)\r\n"
                    + "   at Microsoft.WindowsAzure.GuestAgent.AgentCore.AgentCore.Stop(Boolean"
                    + " waitForTerminalState)\r\n"
                    + "   at"
                    + " Microsoft.WindowsAzure.GuestAgent.AgentCore.AgentService.DoStopService()\r\n"
                    + "   at Microsoft.WindowsAzure.GuestAgent.AgentCore.AgentService.<>"
                    + "c__DisplayClass2.<OnStopProcessing>b__1()");
        world.tell("agent/" + guest.computer(), "agent-stuck-stopping");
        agent.hangs();
    }

    private void swap() {
        String fresh = guest.registry().text(AgentInstaller.OWN_KEY, WAITING, "");
        guest.registry().set(AgentInstaller.OWN_KEY, PREVIOUS, agent.version());
        loop.freeze();
        guest.services().stop(AgentInstaller.GUEST_AGENT);
        world.tell("agent/" + guest.computer(), "agent-updates-itself", "version", fresh);
        world.after(
                SWAP,
                "agent update",
                () -> {
                    guest.registry().remove(AgentInstaller.OWN_KEY, WAITING);
                    AgentInstaller.register(guest, fresh);
                    if (guest.isUp()) {
                        guest.services().start(AgentInstaller.RD_AGENT);
                        guest.services().start(AgentInstaller.GUEST_AGENT);
                    }
                });
    }
}
