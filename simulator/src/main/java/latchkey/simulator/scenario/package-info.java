/** Stories: a world, what goes wrong in it, what people do, how it ends, and what is left. */
@NullMarked
package latchkey.simulator.scenario;

import org.jspecify.annotations.NullMarked;
