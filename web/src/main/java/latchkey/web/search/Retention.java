package latchkey.web.search;

import latchkey.web.store.Vault;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Deletes cases whose time is over: at the start, and once a day by the clock. */
public final class Retention implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Retention.class.getName());
    private static final Duration DAILY = Duration.ofDays(1);

    private final Vault vault;
    private final Disposal disposal;
    private final InstantSource clock;
    private final int days;
    private final ScheduledExecutorService alarm = Executors.newSingleThreadScheduledExecutor();
    private Instant next = Instant.MIN;

    /**
     * @param days of cases that have no time of their own; 0 for ever
     */
    public Retention(Vault vault, Disposal disposal, int days) {
        this.vault = vault;
        this.disposal = disposal;
        this.clock = vault.clock();
        this.days = days;
    }

    public int days() {
        return days;
    }

    /** Looks at the clock now and then; a machine that slept for a week is not a week late. */
    public void start() {
        tick();
        alarm.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.HOURS);
    }

    /** Sweeps when a day has passed since the last time. */
    public synchronized void tick() {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(DAILY);
        List<String> over = vault.cases().expired(now, days);
        for (String id : over) {
            try {
                disposal.delete(id);
            } catch (IOException e) {
                LOG.log(System.Logger.Level.ERROR, "a case could not be deleted in time", e);
            }
        }
    }

    @Override
    public void close() {
        alarm.shutdownNow();
        alarm.close();
    }
}
