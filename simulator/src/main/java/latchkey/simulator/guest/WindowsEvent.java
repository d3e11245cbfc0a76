package latchkey.simulator.guest;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One record of a Windows event log.
 *
 * @param record its number in the channel, from 1
 * @param at by the guest's clock
 * @param channel such as System or Security
 * @param provider such as Service Control Manager
 * @param id event id
 * @param level Information, Warning, Error, or the audit words Audit Success and Audit Failure
 * @param data names and values in order
 * @param message the text the viewer shows
 */
public record WindowsEvent(
        long record,
        Instant at,
        String channel,
        String provider,
        int id,
        String level,
        Map<String, String> data,
        String message) {
    /** Keeps the order of the data. */
    public WindowsEvent {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }
}
