package latchkey.simulator.controlplane;

import java.util.List;
import java.util.Locale;

/** Power and the like: E8 to E12. */
final class PowerRoutes {
    private final Platform platform;
    private final MachineWork work;

    PowerRoutes(Platform platform, MachineWork work) {
        this.platform = platform;
        this.work = work;
    }

    private enum Verb {
        START,
        POWEROFF,
        RESTART,
        DEALLOCATE,
        REDEPLOY,
        REAPPLY,
        REIMAGE
    }

    List<Route> routes() {
        List<Route> routes = new java.util.ArrayList<>();
        for (Verb verb : Verb.values()) {
            String word = verb == Verb.POWEROFF ? "powerOff" : verb.name().toLowerCase(Locale.ROOT);
            routes.add(
                    new Route(
                            "POST",
                            Route.MACHINE + "/" + word,
                            "Microsoft.Compute/virtualMachines/" + word + "/action",
                            call -> post(call, verb, word)));
        }
        routes.add(
                new Route(
                        "POST",
                        Route.MACHINE + "/generalize",
                        "Microsoft.Compute/virtualMachines/generalize/action",
                        this::generalize));
        return routes;
    }

    private ArmResponse post(Call call, Verb verb, String word) throws Refusal {
        VirtualMachine machine = platform.estate().machine(call);
        check(machine, verb, word);
        boolean ends = verb == Verb.POWEROFF || verb == Verb.DEALLOCATE;
        if (ends) {
            work.yieldTo(machine);
        }
        Operation operation = work.begin(machine, call, word + "/action", word);
        if (!work.failsInside(machine, operation)) {
            carryOut(machine, operation, verb, call);
        }
        return Answers.begun(Answers.empty(202), operation, machine.location(), call, true);
    }

    private void check(VirtualMachine machine, Verb verb, String word) throws Refusal {
        switch (verb) {
            case POWEROFF, DEALLOCATE -> {
                if (machine.isBusy() && machine.state() == Extension.State.CREATING) {
                    ExtensionChecks.checkFree(machine);
                }
            }
            case START, RESTART -> ExtensionChecks.checkFree(machine);
            case REDEPLOY, REAPPLY, REIMAGE -> {
                boolean busy =
                        machine.isBusy()
                                || machine.extensions().stream().anyMatch(Extension::isBusy);
                if (busy) {
                    throw ExtensionChecks.conflict(
                            "Operation '%s' is not allowed on VM '%s' since another operation is in progress."
                                    .formatted(word, machine.name()));
                }
            }
        }
        boolean needsHost = verb == Verb.RESTART || verb == Verb.REDEPLOY || verb == Verb.REIMAGE;
        if (needsHost && machine.power() == Power.DEALLOCATED) {
            throw ExtensionChecks.conflict(
                    "Operation '%s' is not allowed on VM '%s' since the VM is either deallocated or marked to be deallocated."
                            .formatted(word, machine.name()));
        }
        if (machine.isGeneralized()) {
            throw ExtensionChecks.conflict(
                    "Operation '%s' is not allowed on VM '%s' since the VM is generalized."
                            .formatted(word, machine.name()));
        }
    }

    private void carryOut(VirtualMachine machine, Operation operation, Verb verb, Call call) {
        Power now = machine.power();
        switch (verb) {
            case START -> {
                if (now == Power.RUNNING) {
                    work.soon(machine, operation);
                } else {
                    work.power().start(machine, operation);
                }
            }
            case POWEROFF -> {
                boolean clean = !call.isTrue("skipShutdown");
                if (now == Power.STOPPED || now == Power.DEALLOCATED) {
                    work.soon(machine, operation);
                } else {
                    work.power().off(machine, operation, clean, false);
                }
            }
            case DEALLOCATE -> {
                if (now == Power.DEALLOCATED) {
                    work.soon(machine, operation);
                } else {
                    work.power().off(machine, operation, true, true);
                }
            }
            case RESTART -> work.power().restart(machine, operation);
            case REDEPLOY -> work.power().redeploy(machine, operation);
            case REIMAGE -> work.power().reimage(machine, operation);
            case REAPPLY -> {
                if (machine.isRunning()) {
                    work.reapply(machine, operation);
                } else {
                    work.soon(machine, operation);
                }
            }
        }
    }

    private ArmResponse generalize(Call call) throws Refusal {
        VirtualMachine machine = platform.estate().machine(call);
        if (machine.isRunning()) {
            throw ExtensionChecks.conflict(
                    "Operation 'generalize' is not allowed on VM '%s' since the VM is not stopped."
                            .formatted(machine.name()));
        }
        machine.generalize();
        return Answers.empty(200);
    }
}
