package latchkey.simulator.controlplane;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How what a machine uploads comes to the notice of those in CRP who wait for it. */
final class Reports {
    /** CRP reads a new status some seconds after it was stored; thirty at most. */
    @Known(how = How.INFERRED, source = "a recorded VMAccess PUT took about 36 s in all")
    private static final Duration SOONEST = Duration.ofSeconds(2);

    private static final Duration LATEST = Duration.ofSeconds(20);

    private final Platform platform;
    private final VirtualMachine machine;
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean readingArranged;

    Reports(Platform platform, VirtualMachine machine) {
        this.platform = platform;
        this.machine = machine;
        machine.host().whenReported(this::arrangeReading);
    }

    void await(Runnable look) {
        waiting.add(look);
    }

    void noLonger(Runnable look) {
        waiting.remove(look);
    }

    private void arrangeReading() {
        if (readingArranged || waiting.isEmpty()) {
            return;
        }
        readingArranged = true;
        platform.world()
                .after(
                        machine.host().dice().between(SOONEST, LATEST),
                        "CRP reads the status of " + machine.name(),
                        this::read);
    }

    private void read() {
        readingArranged = false;
        List.copyOf(waiting).forEach(Runnable::run);
    }
}
