package latchkey.simulator.wire;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** What is wrong on the platform's side, as data: set and cleared at any moment, by machine. */
public final class PlatformConditions {
    /** Stands for every machine. */
    public static final String ALL = "*";

    private final Map<Trouble, TreeSet<String>> troubles = new EnumMap<>(Trouble.class);

    /** A kind of trouble; the control plane and the host fail where the real ones do. */
    @Known(
            how = How.ASSUMED,
            source = "error catalogue section 3: the codes are reported, the places assumed")
    public enum Trouble {
        /** The host is being serviced: WireServer and HostGAPlugin answer 503. */
        HOST_MAINTENANCE,
        /**
         * The repository of extension images cannot be asked: VMArtifactRepositoryInternalError.
         */
        ARTIFACT_REPOSITORY_DOWN,
        /** Stores of packages and manifests answer 503. */
        PACKAGE_STORE_DOWN,
        /** The provider fails inside: VMExtensionManagementInternalError. */
        EXTENSION_INTERNAL_ERROR,
        /** The provider fails inside: InternalOperationError. */
        INTERNAL_ERROR,
        /** Uploaded status gets lost on the platform's side. */
        AGENT_STATUS_DROPPED,
        /** Operations do not come to their end. */
        OPERATION_HELD_OPEN,
        /** The first start is never seen to end: OSProvisioningTimedOut. */
        PROVISIONING_UNSEEN,
        /** A start is never seen to end: VMStartTimedOut. */
        START_UNSEEN,
        /** The machine counts as generalized. */
        GENERALIZED
    }

    /** Begins a trouble for a machine, or for {@link #ALL}. */
    public void begin(Trouble trouble, String machine) {
        troubles.computeIfAbsent(trouble, kind -> new TreeSet<>()).add(key(machine));
    }

    /** Ends what was begun for that machine, or for {@link #ALL}. */
    public void end(Trouble trouble, String machine) {
        TreeSet<String> machines = troubles.get(trouble);
        if (machines != null) {
            machines.remove(key(machine));
        }
    }

    /** Ends every trouble. */
    public void endAll() {
        troubles.clear();
    }

    /** Whether a machine is under a trouble. */
    public boolean holds(Trouble trouble, String machine) {
        TreeSet<String> machines = troubles.get(trouble);
        return machines != null && (machines.contains(ALL) || machines.contains(key(machine)));
    }

    private static String key(String machine) {
        return machine.toLowerCase(Locale.ROOT);
    }
}
