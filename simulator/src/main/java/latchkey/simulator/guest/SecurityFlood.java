package latchkey.simulator.guest;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A run of failed sign-ins of strangers, kept as a rule and written out record by record when
 * somebody reads them.
 *
 * @param from when it began, by the guest's clock
 * @param span how long it went on
 * @param count how many attempts, spread evenly
 * @param seed number from which names and addresses come
 * @param names account names that are tried
 */
@Known(how = How.INFERRED, source = "brute-force page: masses of 4625 from many sources")
public record SecurityFlood(Instant from, Duration span, int count, long seed, List<String> names) {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    private static final int SOURCES = 180;

    /** Copies the names. */
    public SecurityFlood {
        names = List.copyOf(names);
    }

    /** The attempt of that index, from nought, with its number in the channel. */
    WindowsEvent record(int index, long number, Tongue tongue) {
        String sentence = EventTexts.ofAccounts(4625, tongue, "");
        long mixed = mix(seed + index * GOLDEN);
        String name = names.get((int) Long.remainderUnsigned(mixed, names.size()));
        long host = Long.remainderUnsigned(mix(mixed), SOURCES);
        String source = (91 + host % 90) + "." + (host * 7 % 250) + "." + (host * 13 % 250) + ".";
        LogonAttempt attempt =
                new LogonAttempt(name, "", "-", source + (1 + host), LogonAttempt.NETWORK, 0);
        Instant at = from.plusMillis(span.toMillis() * index / Math.max(1, count));
        String[] data = SecurityLog.refusal(attempt, LogonStatus.UNKNOWN_NAME);
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i + 1 < data.length; i += 2) {
            named.put(data[i], data[i + 1]);
        }
        EventLogs.Source kind = SecurityLog.source(4625, false);
        return new WindowsEvent(
                number,
                at,
                kind.channel(),
                kind.provider(),
                kind.id(),
                kind.level(),
                named,
                sentence + SecurityLog.refusalText(attempt, LogonStatus.UNKNOWN_NAME));
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
