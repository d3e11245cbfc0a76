package latchkey.simulator.controlplane;

import latchkey.simulator.wire.Machine;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

/** A machine whose system is not imitated: it has power, and never says a word. */
@Known(how = How.ASSUMED, source = "a deliberate gap: Linux guests are not imitated")
final class SilentMachine implements Machine {
    private boolean up;

    @Override
    public void powerOn() {
        up = true;
    }

    @Override
    public void powerOff(boolean clean) {
        up = false;
    }

    @Override
    public boolean isUp() {
        return up;
    }

    @Override
    public void discard() {
        up = false;
    }
}
