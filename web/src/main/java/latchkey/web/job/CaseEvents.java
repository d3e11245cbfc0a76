package latchkey.web.job;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Tells whoever listens how analyses go on; a late listener hears the last of each kind first. */
public final class CaseEvents {
    private final Map<String, List<Consumer<CaseEvent>>> listeners = new ConcurrentHashMap<>();
    private final Map<String, Map<String, CaseEvent>> latest = new ConcurrentHashMap<>();

    /** Listens until the answer is run. */
    public Runnable listen(String caseId, Consumer<CaseEvent> listener) {
        synchronized (this) {
            listeners.computeIfAbsent(caseId, id -> new CopyOnWriteArrayList<>()).add(listener);
            List.copyOf(latest.getOrDefault(caseId, Map.of()).values()).forEach(listener);
        }
        return () -> {
            synchronized (this) {
                List<Consumer<CaseEvent>> all = listeners.getOrDefault(caseId, List.of());
                all.remove(listener);
                if (all.isEmpty()) {
                    listeners.remove(caseId);
                }
            }
        };
    }

    void tell(String caseId, CaseEvent event) {
        synchronized (this) {
            Map<String, CaseEvent> said =
                    latest.computeIfAbsent(caseId, id -> new LinkedHashMap<>());
            said.remove(event.kind());
            said.put(event.kind(), event);
            listeners.getOrDefault(caseId, List.of()).forEach(listener -> listener.accept(event));
        }
    }

    /** The analysis is over; the store knows the rest. */
    void forget(String caseId) {
        latest.remove(caseId);
    }
}
