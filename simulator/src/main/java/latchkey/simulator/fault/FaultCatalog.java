package latchkey.simulator.fault;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All faults by their ids. */
public final class FaultCatalog {
    private static final Map<String, Fault> FAULTS = collect();

    private FaultCatalog() {}

    private static Map<String, Fault> collect() {
        List<Fault> all = new ArrayList<>();
        all.addAll(ServiceFaults.ALL);
        all.addAll(NetworkFaults.ALL);
        all.addAll(SystemFaults.ALL);
        all.addAll(CertificateFaults.ALL);
        all.addAll(AccountFaults.ALL);
        all.addAll(HandlerFaults.ALL);
        all.addAll(AgentFaults.ALL);
        all.addAll(RemoteDesktopFaults.ALL);
        all.addAll(PlatformFaults.ALL);
        Map<String, Fault> byId = new TreeMap<>();
        for (Fault fault : all) {
            if (byId.put(fault.id(), fault) != null) {
                throw new IllegalStateException("two faults of one id");
            }
        }
        return Collections.unmodifiableMap(byId);
    }

    /** All, in order of their ids. */
    public static Collection<Fault> all() {
        return FAULTS.values();
    }

    /** The fault of that id. */
    public static Optional<Fault> find(String id) {
        return Optional.ofNullable(FAULTS.get(id));
    }
}
