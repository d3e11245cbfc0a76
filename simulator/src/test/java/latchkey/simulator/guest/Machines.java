package latchkey.simulator.guest;

import latchkey.simulator.wire.WireResponse;
import latchkey.simulator.world.Limits;
import latchkey.simulator.world.Seed;
import latchkey.simulator.world.World;

import java.time.Duration;
import java.time.Instant;

/** Machines for tests, set up and started. */
final class Machines {
    static final Instant START = Instant.parse("2026-10-06T07:00:00Z");
    static final String PASSWORD = "Right-Horse-7";

    private Machines() {}

    static World world() {
        return new World(new Seed(7), START, new Limits(1_000_000, Duration.ofDays(60)));
    }

    static Guest ordinary(World world) {
        return started(world, GuestSpec.ordinary("VM01"));
    }

    static Guest member(World world) {
        return started(
                world,
                new GuestSpec(
                        "VM02",
                        OsRelease.SERVER_2022,
                        false,
                        Role.MEMBER_SERVER,
                        Tongue.ENGLISH,
                        "contoso.local"));
    }

    static Guest started(World world, GuestSpec spec) {
        var guest = new Guest(world, spec, request -> WireResponse.text(404, "text/plain", ""));
        guest.install("operator", PASSWORD);
        guest.start();
        return guest;
    }
}
