package latchkey.simulator.controlplane;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

/** Power states of a machine with their display texts. */
@Known(how = How.SPECIFIED, source = "states-billing: VM power states")
enum Power {
    STARTING("PowerState/starting", "VM starting"),
    RUNNING("PowerState/running", "VM running"),
    STOPPING("PowerState/stopping", "VM stopping"),
    STOPPED("PowerState/stopped", "VM stopped"),
    DEALLOCATING("PowerState/deallocating", "VM deallocating"),
    DEALLOCATED("PowerState/deallocated", "VM deallocated");

    private final String code;
    private final String display;

    Power(String code, String display) {
        this.code = code;
        this.display = display;
    }

    String code() {
        return code;
    }

    String display() {
        return display;
    }
}
