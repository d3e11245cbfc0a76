package latchkey.simulator.agent;

import latchkey.simulator.agent.handler.HandlerShelf;
import latchkey.simulator.agent.log.Diary;
import latchkey.simulator.agent.log.Logs;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.Programs;
import latchkey.simulator.guest.Service;
import latchkey.simulator.guest.ServiceProgram;
import latchkey.simulator.wire.HandlerStatus;
import latchkey.simulator.world.Dice;
import latchkey.simulator.world.World;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The agent of one machine: two services, and a main loop that lives as long as both of them. What
 * it knows of its handlers outlives it, as the registry does.
 */
public final class GuestAgent {
    private static final int RESTARTS = 3;
    private static final Duration RESTART_DELAY = Duration.ofSeconds(15);

    private final World world;
    private final Guest guest;
    private final AgentSetup setup;
    private final AgentPace pace;
    private final Parts parts;
    private final Dice dice;
    private final Map<String, HandlerSlot> slots = new LinkedHashMap<>();
    private @Nullable MainLoop loop;
    private Programs.@Nullable Running process;
    private boolean provisioned;
    private int crashes;

    /** What an agent has beside itself: its logs, and the programs packages bring. */
    record Parts(Logs logs, HandlerShelf shelf) {}

    GuestAgent(World world, Guest guest, AgentSetup setup, AgentPace pace, Parts parts) {
        this.world = world;
        this.guest = guest;
        this.setup = setup;
        this.pace = pace;
        this.parts = parts;
        this.provisioned = setup.specialized();
        this.dice = world.dice("agent/" + guest.computer());
    }

    /** Whether its main loop runs. */
    public boolean isAlive() {
        return loop != null;
    }

    /** Its version, which an update of itself changes. */
    public String version() {
        return guest.registry()
                .text(AgentInstaller.OWN_KEY, AgentInstaller.VERSION, setup.version());
    }

    /** Which agent the machine began with. */
    public AgentSetup setup() {
        return setup;
    }

    /** What it says of its handlers, in the order they came. */
    public List<HandlerStatus> handlers() {
        List<HandlerStatus> all = new ArrayList<>();
        for (HandlerSlot slot : slots.values()) {
            slot.looksAgain();
            all.add(slot.report());
        }
        return all;
    }

    /** From now on the services of the machine run it. */
    void host() {
        guest.services().host(AgentInstaller.GUEST_AGENT, new GuestAgentService());
        guest.services().host(AgentInstaller.RD_AGENT, new RdAgentService());
    }

    private final class GuestAgentService implements ServiceProgram {
        @Override
        public void started() {
            begin();
        }

        @Override
        public void ended() {
            finish();
        }
    }

    /** Ends itself for the newer version that waits, unless it cannot. */
    void update() {
        MainLoop ending = loop;
        if (ending != null) {
            new AgentUpdate(world, this, ending).start();
        }
    }

    /** Its process hangs: nobody polls or reports any more, and the service does not answer. */
    void hangs() {
        MainLoop ending = loop;
        if (ending != null) {
            ending.freeze();
        }
    }

    /** The host process: without it the agent has no way to the platform. */
    private final class RdAgentService implements ServiceProgram {
        @Override
        public void started() {
            guest.registry()
                    .set(
                            AgentInstaller.SOFTWARE + "Virtual Machine\\Guest",
                            "GuestAgentStartTime",
                            guest.clock().toString());
        }

        @Override
        public void ended() {
            // The agent notices when it next asks.
        }
    }

    private void begin() {
        if (loop != null) {
            return;
        }
        AgentUpdate.beforeStart(world, guest);
        StartCheck check = new StartCheck(world, guest, version(), parts.logs());
        if (!check.programExists()) {
            guest.services().stop(AgentInstaller.GUEST_AGENT);
            return;
        }
        if (check.crashes()) {
            crash();
            return;
        }
        String image =
                guest.services()
                        .find(AgentInstaller.GUEST_AGENT)
                        .map(Service::program)
                        .orElse("WindowsAzureGuestAgent.exe");
        process = guest.programs().start(image, this::killed);
        loop = new MainLoop(world, this);
        loop.start();
        world.tell("agent/" + guest.computer(), "agent-started", "version", version());
    }

    private void finish() {
        MainLoop ending = loop;
        if (ending == null) {
            return;
        }
        loop = null;
        ending.end();
        if (process != null) {
            guest.programs().end(process);
        }
        world.tell("agent/" + guest.computer(), "agent-ended");
    }

    private void killed() {
        world.tell("agent/" + guest.computer(), "agent-killed");
        crashEvents();
    }

    /** The service control manager tries again a few times. */
    private void crash() {
        world.tell("agent/" + guest.computer(), "agent-crashed");
        crashEvents();
    }

    private void crashEvents() {
        boolean again = ++crashes <= RESTARTS;
        guest.services().crash(AgentInstaller.GUEST_AGENT, again ? RESTART_DELAY : Duration.ZERO);
        if (again) {
            world.after(RESTART_DELAY, "service recovery", this::recover);
        }
    }

    private void recover() {
        if (guest.isUp()) {
            guest.services().start(AgentInstaller.GUEST_AGENT);
        }
    }

    /** The system shuts down in order. */
    void shutDown() {
        if (loop != null && guest.isUp()) {
            diary().warn(MainLoop.THREAD, "WindowsAzureGuestAgent stopping.");
        }
        crashes = 0;
    }

    HandlerSlot slot(String handler) {
        return slots.computeIfAbsent(handler, name -> new HandlerSlot(guest, name));
    }

    Iterable<HandlerSlot> slots() {
        return slots.values();
    }

    void forget(String handler) {
        slots.remove(handler);
    }

    void changed() {
        if (loop != null) {
            loop.reporter().changed();
        }
    }

    boolean isProvisioned() {
        return provisioned;
    }

    void provisioned() {
        provisioned = true;
    }

    Guest guest() {
        return guest;
    }

    AgentPace pace() {
        return pace;
    }

    Parts parts() {
        return parts;
    }

    Dice dice() {
        return dice;
    }

    Diary diary() {
        return parts.logs().agent();
    }
}
