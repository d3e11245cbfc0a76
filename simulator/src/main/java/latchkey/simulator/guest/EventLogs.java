package latchkey.simulator.guest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The event logs by channel, oldest record first. */
public final class EventLogs {
    private final Guest guest;
    private final Map<String, Channel> channels = new TreeMap<>();

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

    private sealed interface Part {
        record One(WindowsEvent event) implements Part {}

        record Many(long first, SecurityFlood flood) implements Part {}
    }

    private static final class Channel {
        private final List<Part> parts = new ArrayList<>();
        private long count;
    }

    /** Writes a record; data are names and values in turn. */
    public void write(Source source, String message, String... data) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i + 1 < data.length; i += 2) {
            named.put(data[i], data[i + 1]);
        }
        Channel channel = channel(source.channel());
        channel.count++;
        channel.parts.add(
                new Part.One(
                        new WindowsEvent(
                                channel.count,
                                guest.clock(),
                                source.channel(),
                                source.provider(),
                                source.id(),
                                source.level(),
                                named,
                                message)));
    }

    /** Writes many records of the Security channel at once; they take no room until read. */
    public void write(SecurityFlood flood) {
        Channel channel = channel(SecurityLog.CHANNEL);
        channel.parts.add(new Part.Many(channel.count + 1, flood));
        channel.count += flood.count();
    }

    private Channel channel(String name) {
        return channels.computeIfAbsent(name, n -> new Channel());
    }

    /** Names of the channels that hold something, in order. */
    public Set<String> channels() {
        return Collections.unmodifiableSet(channels.keySet());
    }

    /** How many records a channel holds. */
    public long count(String channel) {
        Channel found = channels.get(channel);
        return found == null ? 0 : found.count;
    }

    /** Hands over the records of a channel one by one, oldest first. */
    public void each(String channel, Consumer<WindowsEvent> reader) {
        Channel found = channels.get(channel);
        if (found == null) {
            return;
        }
        for (Part part : found.parts) {
            switch (part) {
                case Part.One one -> reader.accept(one.event());
                case Part.Many many -> eachOf(many, reader);
            }
        }
    }

    /** Hands over the records of a channel one by one, newest first. */
    public void eachFromNewest(String channel, Consumer<WindowsEvent> reader) {
        Channel found = channels.get(channel);
        if (found == null) {
            return;
        }
        for (Part part : found.parts.reversed()) {
            switch (part) {
                case Part.One one -> reader.accept(one.event());
                case Part.Many many -> {
                    for (int i = many.flood().count() - 1; i >= 0; i--) {
                        reader.accept(
                                many.flood().record(i, many.first() + i, guest.spec().tongue()));
                    }
                }
            }
        }
    }

    private void eachOf(Part.Many many, Consumer<WindowsEvent> reader) {
        for (int i = 0; i < many.flood().count(); i++) {
            reader.accept(many.flood().record(i, many.first() + i, guest.spec().tongue()));
        }
    }

    /** All records of a channel, oldest first; for channels known to be small. */
    public List<WindowsEvent> of(String channel) {
        List<WindowsEvent> all = new ArrayList<>();
        each(channel, all::add);
        return all;
    }

    /** The logs are cleared, as somebody does who wants room. */
    public void clear(String channel) {
        channels.remove(channel);
    }
}
