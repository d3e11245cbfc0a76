package latchkey.simulator.agent;

import latchkey.simulator.agent.handler.HandlerShelf;
import latchkey.simulator.agent.log.Logs;
import latchkey.simulator.guest.BootTrouble;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.chore.Chores;
import latchkey.simulator.guest.chore.Outside;
import latchkey.simulator.wire.Cloud;
import latchkey.simulator.wire.Machine;
import latchkey.simulator.wire.MachineSpec;
import latchkey.simulator.world.Dice;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;
import latchkey.simulator.world.World;

import java.time.Duration;
import java.time.Instant;

/** A machine on a host: power outside, a Windows inside, an agent in that. */
public final class VirtualMachine implements Machine {
    @Known(how = How.ASSUMED, source = "small machines are up within a minute")
    private static final Duration FASTEST_BOOT = Duration.ofSeconds(18);

    private static final Duration SLOWEST_BOOT = Duration.ofSeconds(41);

    @Known(how = How.ASSUMED, source = "a clean shutdown of an idle server")
    private static final Duration RESTART = Duration.ofSeconds(11);

    @Known(how = How.ASSUMED, source = "reports of cumulative updates that took half a day's work")
    private static final Duration UPDATING = Duration.ofHours(4);

    private final World world;
    private final MachineSpec spec;
    private final Guest guest;
    private final GuestAgent agent;
    private final Logs logs;
    private final AgentInstaller installer;
    private final Dice dice;
    private final Outside around = new Around();
    private boolean powered;
    private boolean discarded;
    private int boots;

    VirtualMachine(World world, MachineSpec spec, Cloud cloud, AgentPace pace) {
        this.world = world;
        this.spec = spec;
        this.dice = world.dice("boot/" + spec.name());
        Traits traits = new Traits(spec);
        AgentSetup setup = traits.agent();
        this.guest = new Guest(world, traits.guest(), cloud);
        guest.install(spec.admin().name(), spec.admin().password());
        guest.setRestarter(this::restart);
        this.logs = new Logs(world, guest, setup.form());
        Chores chores = new Chores(world, guest, around);
        HandlerShelf shelf = new HandlerShelf(world, traits.vmAccess(), chores);
        this.agent = new GuestAgent(world, guest, setup, pace, new GuestAgent.Parts(logs, shelf));
        this.installer = new AgentInstaller(world, guest, setup);
        installer.furnish();
        agent.host();
    }

    /** What it was placed as. */
    public MachineSpec spec() {
        return spec;
    }

    /** Windows inside. */
    public Guest guest() {
        return guest;
    }

    /** The agent inside. */
    public GuestAgent agent() {
        return agent;
    }

    /** The agent's logs. */
    public Logs logs() {
        return logs;
    }

    /**
     * Somebody runs the agent's installation package inside, or lays the agent on the disk.
     *
     * @param older whether it is the build that ran before an update
     */
    public AgentInstaller.Outcome installAgent(boolean older) {
        return installer.install(older);
    }

    /** What somebody who wants to do a chore inside finds around the guest. */
    public Outside around() {
        return around;
    }

    private final class Around implements Outside {
        @Override
        public boolean agentAnswers() {
            return agent.isAlive();
        }

        @Override
        public boolean diskIsFree() {
            return !powered;
        }

        @Override
        public boolean serialConsoleIsOpen() {
            return powered;
        }

        @Override
        public boolean installAgent(boolean older) {
            return VirtualMachine.this.installAgent(older).code() == 0;
        }
    }

    /** Whether it has power, whatever runs inside. */
    public boolean isPowered() {
        return powered;
    }

    @Override
    public void powerOn() {
        if (powered || discarded) {
            return;
        }
        powered = true;
        tell("powered-on");
        boot();
    }

    private void boot() {
        int number = ++boots;
        if (guest.bootTrouble() != BootTrouble.NONE) {
            tell("boot-stuck");
        }
        Instant began = world.now();
        world.after(
                dice.between(FASTEST_BOOT, SLOWEST_BOOT), "os boot", () -> bootEnds(number, began));
    }

    private void bootEnds(int number, Instant began) {
        if (!powered || number != boots) {
            return;
        }
        boolean updated = Duration.between(began, world.now()).compareTo(UPDATING) > 0;
        if (guest.bootTrouble() == BootTrouble.UPDATES && updated) {
            tell("updates-ended");
            guest.setBootTrouble(BootTrouble.NONE);
        }
        if (guest.bootTrouble() == BootTrouble.NONE) {
            guest.start();
        } else {
            world.after(SLOWEST_BOOT, "os boot", () -> bootEnds(number, began));
        }
    }

    private void restart() {
        world.after(
                RESTART,
                "os restart",
                () -> {
                    if (powered) {
                        guest.stop();
                        boot();
                    }
                });
    }

    @Override
    public void powerOff(boolean clean) {
        if (!powered) {
            return;
        }
        powered = false;
        boots++;
        if (clean) {
            agent.shutDown();
        }
        guest.stop();
        tell(clean ? "shut-down" : "powered-off");
    }

    @Override
    public boolean isUp() {
        return powered && guest.isUp();
    }

    @Override
    public void discard() {
        powerOff(false);
        discarded = true;
    }

    private void tell(String what) {
        world.tell("machine/" + spec.name(), what);
    }
}
