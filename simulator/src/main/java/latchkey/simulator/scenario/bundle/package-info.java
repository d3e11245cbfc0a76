/** What is left of a machine after a story, as people hand it in: layouts, dialects, damage. */
@NullMarked
package latchkey.simulator.scenario.bundle;

import org.jspecify.annotations.NullMarked;
