package latchkey.simulator.agent;

import latchkey.simulator.world.Limits;
import latchkey.simulator.world.Seed;
import latchkey.simulator.world.World;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How fast idle machines pass their time: simulated hours each second, and memory. */
final class IdleBench {
    private IdleBench() {}

    /** Arguments: number of machines, hours. Writes one line of figures. */
    public static void main(String[] args) {
        int machines = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
        int hours = args.length > 1 ? Integer.parseInt(args[1]) : 4;
        var world = new World(new Seed(1), Instant.parse("2026-03-02T09:00:00Z"), Limits.ORDINARY);
        var datacenter = new Datacenter(world);
        List<SmallCloud> clouds = new ArrayList<>();
        for (int i = 0; i < machines; i++) {
            var cloud = new SmallCloud(world);
            clouds.add(cloud);
            datacenter.place(Stage.spec(world, "vm" + i, Map.of()), cloud).powerOn();
        }
        long begun = cpu();
        world.advance(Duration.ofMinutes(10));
        report("boot", machines, Duration.ofMinutes(10), begun, world);
        long before = memory();
        begun = cpu();
        world.advance(Duration.ofHours(hours));
        report("idle", machines, Duration.ofHours(hours), begun, world);
        long grown = (memory() - before) / machines / hours;
        System.out.println("bytes kept for each machine and hour: " + grown);
        System.out.println("uploads of the last: " + clouds.getLast().uploads());
    }

    /** Time this thread worked, so that a busy machine does not show. */
    private static long cpu() {
        return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long memory() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static void report(String what, int machines, Duration span, long begun, World world) {
        double seconds = (cpu() - begun) / 1e9;
        double hours = span.toSeconds() / 3600.0;
        System.out.println(
                String.format(
                        Locale.ROOT,
                        "%s: %d machines, %.2f h in %.2f s = %.1f h/s for the world,"
                                + " %.0f machine hours/s, %d events",
                        what,
                        machines,
                        hours,
                        seconds,
                        hours / seconds,
                        hours * machines / seconds,
                        world.kept()));
    }
}
