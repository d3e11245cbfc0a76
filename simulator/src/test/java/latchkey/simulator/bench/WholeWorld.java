package latchkey.simulator.bench;

import latchkey.simulator.agent.Datacenter;
import latchkey.simulator.controlplane.ArmRequest;
import latchkey.simulator.controlplane.ControlPlane;
import latchkey.simulator.controlplane.PlatformOptions;
import latchkey.simulator.world.Limits;
import latchkey.simulator.world.Seed;
import latchkey.simulator.world.World;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Many machines under one control plane: simulated hours for each second of work, and memory. */
final class WholeWorld {
    private static final String MACHINE =
            """
            {"location":"eastus","properties":{"hardwareProfile":{"vmSize":"Standard_D2s_v3"},
            "storageProfile":{"imageReference":{"publisher":"MicrosoftWindowsServer",
            "offer":"WindowsServer","sku":"2022-datacenter","version":"latest"},
            "osDisk":{"osType":"Windows","createOption":"FromImage","name":"disk"}},
            "osProfile":{"computerName":"%s","adminUsername":"azureuser",
            "adminPassword":"Passw0rd-of-old","windowsConfiguration":{"provisionVMAgent":true}},
            "networkProfile":{"networkInterfaces":[{"id":"nic"}]}}}\
            """;
    private static final String RESET =
            """
            {"location":"eastus","properties":{"publisher":"Microsoft.Compute",
            "type":"VMAccessAgent","typeHandlerVersion":"2.4","autoUpgradeMinorVersion":true,
            "settings":{"UserName":"helper"},"protectedSettings":{"Password":"Fresh-Secret-1"}}}\
            """;

    private final World world =
            new World(new Seed(1), Instant.parse("2026-03-02T09:00:00Z"), Limits.ORDINARY);
    private final Datacenter datacenter = new Datacenter(world);
    private final ControlPlane platform =
            new ControlPlane(
                    world, datacenter, PlatformOptions.ordinary().with("pollStep", "PT0S"));

    /** Arguments: number of machines, hours. */
    public static void main(String[] args) {
        int machines = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
        int hours = args.length > 1 ? Integer.parseInt(args[1]) : 4;
        new WholeWorld().run(machines, hours);
    }

    private void run(int machines, int hours) {
        for (int i = 0; i < machines; i++) {
            String name = "vm" + i;
            put(name, "", MACHINE.formatted(name));
        }
        pass("creation", machines, Duration.ofMinutes(10));
        long before = memory();
        pass("idle", machines, Duration.ofHours(hours));
        System.out.println(
                "bytes kept for each machine and hour: "
                        + (memory() - before) / machines / Math.max(1, hours));
        for (int i = 0; i < machines; i++) {
            put("vm" + i, "/extensions/enablevmaccess", RESET);
        }
        pass("a reset on each", machines, Duration.ofMinutes(10));
        long done =
                datacenter.machines().stream()
                        .filter(one -> one.guest().accounts().find("helper").isPresent())
                        .count();
        System.out.println("resets done: " + done);
    }

    private void put(String name, String below, String body) {
        String path =
                "/subscriptions/%s/resourceGroups/%s/providers/Microsoft.Compute/virtualMachines/%s%s?api-version=2024-07-01"
                        .formatted(
                                platform.options().place().subscriptionId(),
                                platform.options().place().resourceGroup(),
                                name,
                                below);
        var answer = platform.handle(ArmRequest.of("PUT", path, body));
        if (answer.status() >= 300) {
            throw new IllegalStateException(answer.body());
        }
    }

    private void pass(String what, int machines, Duration span) {
        long events = world.kept();
        long begun = worked();
        world.advance(span);
        double seconds = (worked() - begun) / 1e9;
        double hours = span.toSeconds() / 3600.0;
        System.out.println(
                String.format(
                        Locale.ROOT,
                        "%s: %d machines, %.2f h in %.2f s of work: %.2f h/s of the world,"
                                + " %.0f machine hours/s, %.1f microseconds an event",
                        what,
                        machines,
                        hours,
                        seconds,
                        hours / seconds,
                        hours * machines / seconds,
                        seconds * 1e6 / Math.max(1, world.kept() - events)));
    }

    /** Time this thread worked, so that a busy computer does not show. */
    private static long worked() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long memory() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
