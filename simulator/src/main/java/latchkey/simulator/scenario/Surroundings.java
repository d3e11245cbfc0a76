package latchkey.simulator.scenario;

import latchkey.simulator.agent.VirtualMachine;
import latchkey.simulator.guest.chore.Outside;

/** What a person who wants to do a chore finds around the machine. */
final class Surroundings implements Outside {
    private final Stage stage;
    private final String vm;

    Surroundings(Stage stage, String vm) {
        this.stage = stage;
        this.vm = vm;
    }

    private VirtualMachine machine() {
        return stage.machine(vm);
    }

    @Override
    public boolean agentAnswers() {
        return machine().agent().isAlive();
    }

    @Override
    public boolean diskIsFree() {
        return !machine().isPowered();
    }

    @Override
    public boolean serialConsoleIsOpen() {
        return machine().isPowered();
    }

    @Override
    public boolean installAgent(boolean older) {
        return machine().installAgent(older).code() == 0;
    }
}
