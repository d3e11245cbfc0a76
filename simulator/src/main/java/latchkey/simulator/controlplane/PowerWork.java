package latchkey.simulator.controlplane;

import latchkey.simulator.wire.PlatformConditions.Trouble;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Moves machines between their power states, and waits for what the guest does with it. */
@Known(how = How.ASSUMED, source = "states from states-billing; the pace is general knowledge")
final class PowerWork {
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration HOST = Duration.ofSeconds(12);
    private static final Duration SHUTDOWN = Duration.ofMinutes(5);

    private final Platform platform;

    PowerWork(Platform platform) {
        this.platform = platform;
    }

    /** The first start: ends when the guest has said that it is provisioned. */
    void create(VirtualMachine machine, Operation operation) {
        Instant begun = platform.world().now();
        powerOn(
                machine,
                operation,
                () -> {
                    boolean agent = machine.allowsExtensions() && machine.isWindows();
                    BooleanSupplier ready =
                            agent
                                    ? () -> machine.host().readySince(begun)
                                    : () -> machine.machine().isUp();
                    BooleanSupplier seen =
                            () ->
                                    ready.getAsBoolean()
                                            && !holds(Trouble.PROVISIONING_UNSEEN, machine);
                    await(
                            operation,
                            seen,
                            begun.plus(platform.options().timing().provisioning()),
                            () -> succeed(machine, operation),
                            () -> fail(machine, operation, unprovisioned(machine, begun)));
                });
    }

    void start(VirtualMachine machine, Operation operation) {
        Instant end = platform.world().now().plus(platform.options().timing().start());
        powerOn(
                machine,
                operation,
                () ->
                        await(
                                operation,
                                () ->
                                        machine.machine().isUp()
                                                && !holds(Trouble.START_UNSEEN, machine),
                                end,
                                () -> succeed(machine, operation),
                                () -> fail(machine, operation, notStarted(machine))));
    }

    /** Power goes off; the machine keeps its host, or gives it back. */
    void off(VirtualMachine machine, Operation operation, boolean clean, boolean deallocate) {
        machine.become(deallocate ? Power.DEALLOCATING : Power.STOPPING);
        down(
                machine,
                operation,
                clean,
                () -> {
                    machine.become(deallocate ? Power.DEALLOCATED : Power.STOPPED);
                    if (deallocate) {
                        machine.host().moved();
                    }
                    succeed(machine, operation);
                });
    }

    void restart(VirtualMachine machine, Operation operation) {
        down(machine, operation, true, () -> up(machine, operation));
    }

    /** Down, to another host, up. */
    void redeploy(VirtualMachine machine, Operation operation) {
        machine.become(Extension.State.UPDATING);
        down(
                machine,
                operation,
                true,
                () -> {
                    machine.host().moved();
                    start(machine, operation);
                });
    }

    /** The disk is made anew from the image. */
    void reimage(VirtualMachine machine, Operation operation) {
        machine.become(Extension.State.UPDATING);
        down(
                machine,
                operation,
                false,
                () -> {
                    machine.machine().discard();
                    machine.replaced(platform.place(machine));
                    machine.host().moved();
                    create(machine, operation);
                });
    }

    void succeed(VirtualMachine machine, Operation operation) {
        platform.operations().succeed(operation, () -> machine.become(Extension.State.SUCCEEDED));
    }

    void fail(VirtualMachine machine, Operation operation, ArmError error) {
        platform.operations().fail(operation, error, () -> machine.become(Extension.State.FAILED));
    }

    private void powerOn(VirtualMachine machine, Operation operation, Runnable then) {
        machine.become(Power.STARTING);
        tell(machine);
        platform.world()
                .after(
                        HOST,
                        "a host gives power to " + machine.name(),
                        () -> {
                            if (operation.isDone()) {
                                return;
                            }
                            machine.machine().powerOn();
                            machine.become(Power.RUNNING);
                            tell(machine);
                            then.run();
                        });
    }

    private void up(VirtualMachine machine, Operation operation) {
        machine.machine().powerOn();
        await(
                operation,
                () -> machine.machine().isUp() && !holds(Trouble.START_UNSEEN, machine),
                platform.world().now().plus(platform.options().timing().start()),
                () -> succeed(machine, operation),
                () -> fail(machine, operation, notStarted(machine)));
    }

    private void down(VirtualMachine machine, Operation operation, boolean clean, Runnable then) {
        tell(machine);
        machine.machine().powerOff(clean);
        await(
                operation,
                () -> !machine.machine().isUp(),
                platform.world().now().plus(SHUTDOWN),
                then,
                () -> {
                    machine.machine().powerOff(false);
                    then.run();
                });
    }

    private void await(
            Operation operation,
            BooleanSupplier reached,
            Instant end,
            Runnable then,
            Runnable otherwise) {
        platform.world()
                .after(
                        LOOK,
                        "a look at a machine",
                        () -> {
                            if (operation.isDone()) {
                                return;
                            }
                            if (reached.getAsBoolean()) {
                                then.run();
                            } else if (!platform.world().now().isBefore(end)) {
                                otherwise.run();
                            } else {
                                await(operation, reached, end, then, otherwise);
                            }
                        });
    }

    private boolean holds(Trouble trouble, VirtualMachine machine) {
        return platform.conditions().holds(trouble, machine.name());
    }

    private void tell(VirtualMachine machine) {
        platform.world()
                .tell("crp/" + machine.name(), "power-changed", "to", machine.power().code());
    }

    private static ArmError notStarted(VirtualMachine machine) {
        return ArmError.of(
                "VMStartTimedOut",
                "VM '"
                        + machine.name()
                        + "' did not start in the allotted time. The VM may still start"
                        + " successfully. Please check the power state later.");
    }

    private static ArmError unprovisioned(VirtualMachine machine, Instant begun) {
        String begin =
                "OS Provisioning for VM '"
                        + machine.name()
                        + "' did not finish in the allotted time. ";
        return ArmError.of(
                "OSProvisioningTimedOut",
                begin
                        + (machine.host().heardSince(begun)
                                ? "However, the VM guest agent was detected running. This suggests"
                                      + " the guest OS has not been properly prepared to be used as"
                                      + " a VM image (with CreateOption=FromImage). To resolve this"
                                      + " issue, either use the VHD as is with CreateOption=Attach"
                                      + " or prepare it properly for use as an image: Instructions"
                                      + " for Windows:"
                                      + " https://azure.microsoft.com/documentation/articles/virtual-machines-windows-upload-image/"
                                : "The VM may still finish provisioning successfully. Please check"
                                        + " provisioning state later. For details on how to check"
                                        + " current provisioning state of Windows VMs, refer to"
                                        + " https://aka.ms/WindowsVMLifecycle."));
    }
}
