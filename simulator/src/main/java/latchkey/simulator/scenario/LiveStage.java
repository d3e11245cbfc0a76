package latchkey.simulator.scenario;

import latchkey.simulator.agent.VirtualMachine;
import latchkey.simulator.controlplane.ControlPlane;
import latchkey.simulator.controlplane.PlatformOptions;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.scenario.bundle.Parcel;
import latchkey.simulator.world.World;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A story's setting with its faults in force, for people to act in: nobody plays the script. */
public final class LiveStage {
    private final Stage stage;
    private final Order order;

    private LiveStage(Stage stage, Order order) {
        this.stage = stage;
        this.order = order;
    }

    /** Sets it up; the knobs are turned after those of the story. */
    public static LiveStage open(Order order, UnaryOperator<PlatformOptions> knobs) {
        Stage stage = Builder.build(order, knobs);
        new Prelude(stage, order).play();
        order.scenario().mishaps(order.faultOff()).forEach(stage.mishaps()::arrange);
        return new LiveStage(stage, order);
    }

    /** Its time, chance and chronicle. */
    public World world() {
        return stage.world();
    }

    /** Its platform. */
    public ControlPlane platform() {
        return stage.platform();
    }

    /** Names of its machines, in the order they were placed. */
    public List<String> machines() {
        return stage.machines().stream().map(machine -> machine.spec().name()).toList();
    }

    /** The system of the machine of that name. */
    public Optional<Guest> guest(String vm) {
        return stage.machines().stream()
                .filter(machine -> machine.spec().name().equalsIgnoreCase(vm))
                .reduce((former, later) -> later)
                .map(VirtualMachine::guest);
    }

    /** What could be collected of that machine now; nothing when there is none of that name. */
    public Optional<Parcel> collect(String vm) {
        return stage.isPlaced(vm)
                ? Optional.of(new Collector(stage, order).collect(vm))
                : Optional.empty();
    }
}
