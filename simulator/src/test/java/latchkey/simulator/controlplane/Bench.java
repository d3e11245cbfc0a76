package latchkey.simulator.controlplane;

import latchkey.simulator.world.Limits;
import latchkey.simulator.world.Seed;
import latchkey.simulator.world.World;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;

/** A platform on a bench: one machine, {@code vm1}, with an obedient guest. */
final class Bench {
    static final String GROUP =
            "/subscriptions/11111111-2222-4333-8444-555555555555/resourceGroups/rg1";
    static final String VM = GROUP + "/providers/Microsoft.Compute/virtualMachines/vm1";
    static final String ACCESS = VM + "/extensions/enablevmaccess";
    static final String MACHINE =
            """
            {"location":"eastus","properties":{"hardwareProfile":{"vmSize":"Standard_D2s_v3"},
             "storageProfile":{"imageReference":{"publisher":"MicrosoftWindowsServer","offer":"WindowsServer","sku":"2022-datacenter","version":"latest"}},
             "osProfile":{"computerName":"vm1","adminUsername":"azureuser","adminPassword":"Correct-Horse-7"}}}\
            """;
    static final String WISH =
            """
            {"location":"East US","properties":{"publisher":"Microsoft.Compute","type":"VMAccessAgent","typeHandlerVersion":"2.4","autoUpgradeMinorVersion":true,"settings":{"UserName":"ana"},"protectedSettings":{"Password":"Correct-Horse-8"}}}\
            """;

    final World world =
            new World(new Seed(7), Instant.parse("2026-10-06T07:00:00Z"), Limits.ORDINARY);
    final FakeRoom room = new FakeRoom(world);
    final ControlPlane plane;

    Bench() {
        this(PlatformOptions.ordinary());
    }

    Bench(PlatformOptions options) {
        plane = new ControlPlane(world, room, options);
        finish(send("PUT", VM, MACHINE));
    }

    ArmResponse send(String method, String path, String body) {
        String mark = path.contains("?") ? "&" : "?";
        return plane.handle(ArmRequest.of(method, path + mark + "api-version=2024-11-01", body));
    }

    JsonNode get(String path) {
        return json(send("GET", path, ""));
    }

    static JsonNode json(ArmResponse answer) {
        return Json.MAPPER.readTree(answer.body());
    }

    /** Polls until the operation ends. */
    JsonNode finish(ArmResponse begun) {
        String address = begun.header("Azure-AsyncOperation").orElseThrow();
        String target = address.replace("https://management.azure.com", "");
        for (int poll = 0; poll < 100; poll++) {
            JsonNode answer = json(plane.handle(ArmRequest.of("GET", target, "")));
            if (!answer.path("status").asString("").equals("InProgress")) {
                return answer;
            }
        }
        throw new AssertionError("an operation does not end");
    }

    JsonNode run(String method, String path, String body) {
        return finish(send(method, path, body));
    }

    FakeRoom.Box guest() {
        return room.last();
    }

    Duration tookIn(Runnable deed) {
        Instant before = world.now();
        deed.run();
        return Duration.between(before, world.now());
    }
}
