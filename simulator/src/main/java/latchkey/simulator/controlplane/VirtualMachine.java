package latchkey.simulator.controlplane;

import latchkey.simulator.wire.Machine;
import latchkey.simulator.wire.MachineSpec;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A machine as CRP knows it: its model, its power, its extensions, its host's side. */
final class VirtualMachine {
    private final String id;
    private final MachineSpec spec;
    private final Instant created;
    private final Map<String, Extension> extensions = new LinkedHashMap<>();
    private final HostSide host;
    private final Reports reports;
    private ObjectNode model;
    private Machine machine;
    private Power power = Power.STOPPED;
    private Extension.State state = Extension.State.CREATING;
    private @Nullable Operation operation;
    private int revision = 1;
    private boolean generalized;

    VirtualMachine(Platform platform, String id, MachineSpec spec, ObjectNode model) {
        this.id = id;
        this.spec = spec;
        this.model = model;
        this.created = platform.world().now();
        this.host = new HostSide(platform, this);
        this.reports = new Reports(platform, this);
        this.machine = platform.place(this);
    }

    String id() {
        return id;
    }

    String name() {
        return spec.name();
    }

    UUID vmId() {
        return spec.vmId();
    }

    String location() {
        return spec.location();
    }

    MachineSpec spec() {
        return spec;
    }

    Instant created() {
        return created;
    }

    HostSide host() {
        return host;
    }

    Reports reports() {
        return reports;
    }

    Machine machine() {
        return machine;
    }

    /** The machine is made anew from its image. */
    void replaced(Machine next) {
        machine = next;
    }

    ObjectNode model() {
        return model;
    }

    void remodel(ObjectNode next) {
        model = next;
        revision++;
    }

    int revision() {
        return revision;
    }

    Power power() {
        return power;
    }

    void become(Power next) {
        power = next;
    }

    boolean isRunning() {
        return power == Power.RUNNING;
    }

    Extension.State state() {
        return state;
    }

    void become(Extension.State next) {
        state = next;
    }

    @Nullable Operation operation() {
        return operation;
    }

    void occupiedBy(Operation next) {
        operation = next;
    }

    boolean isBusy() {
        return operation != null && !operation.isDone();
    }

    boolean isGeneralized() {
        return generalized;
    }

    void generalize() {
        generalized = true;
    }

    boolean isWindows() {
        return !model.at("/properties/storageProfile/osDisk/osType")
                .asString("Windows")
                .equalsIgnoreCase("Linux");
    }

    /** Whether the model lets extensions be changed at all. */
    boolean allowsExtensions() {
        return model.at("/properties/osProfile/allowExtensionOperations").asBoolean(true)
                && model.at("/properties/osProfile/windowsConfiguration/provisionVMAgent")
                        .asBoolean(true);
    }

    Collection<Extension> extensions() {
        return Collections.unmodifiableCollection(extensions.values());
    }

    Optional<Extension> extension(String name) {
        return Optional.ofNullable(extensions.get(Extension.key(name)));
    }

    void add(Extension extension) {
        extensions.put(Extension.key(extension.name()), extension);
    }

    void remove(Extension extension) {
        extensions.remove(Extension.key(extension.name()), extension);
    }
}
