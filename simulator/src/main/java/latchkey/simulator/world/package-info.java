/** Time, chance and memory of a world: one event queue, named dice, a chronicle. */
@NullMarked
package latchkey.simulator.world;

import org.jspecify.annotations.NullMarked;
