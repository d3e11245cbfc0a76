package latchkey.simulator.fault;

import latchkey.simulator.guest.Guest;
import latchkey.simulator.wire.PlatformConditions;
import latchkey.simulator.world.World;

/**
 * Where a fault strikes.
 *
 * @param world time
 * @param vm the resource's name
 * @param guest Windows inside
 * @param platform what is wrong on the platform's side
 */
public record Site(World world, String vm, Guest guest, PlatformConditions platform) {}
