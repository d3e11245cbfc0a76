package latchkey.simulator.guest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The event logs by channel, oldest record first. */
public final class EventLogs {
    private final Guest guest;
    private final Map<String, List<WindowsEvent>> channels = new TreeMap<>();

    EventLogs(Guest guest) {
        this.guest = guest;
    }

    /**
     * Where an event comes from.
     *
     * @param channel such as System or Security
     * @param provider such as Service Control Manager
     * @param id event id
     * @param level Information, Warning, Error, Audit Success or Audit Failure
     */
    public record Source(String channel, String provider, int id, String level) {}

    /** Writes a record; data are names and values in turn. */
    public void write(Source source, String message, String... data) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i + 1 < data.length; i += 2) {
            named.put(data[i], data[i + 1]);
        }
        List<WindowsEvent> events =
                channels.computeIfAbsent(source.channel(), name -> new ArrayList<>());
        events.add(
                new WindowsEvent(
                        events.size() + 1L,
                        guest.clock(),
                        source.channel(),
                        source.provider(),
                        source.id(),
                        source.level(),
                        named,
                        message));
    }

    /** Channels that hold something, by name. */
    public Map<String, List<WindowsEvent>> channels() {
        return Collections.unmodifiableMap(channels);
    }
}
