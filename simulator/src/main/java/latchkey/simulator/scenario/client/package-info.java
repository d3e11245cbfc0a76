/** Clients that people use, and what those people get to see. */
@NullMarked
package latchkey.simulator.scenario.client;

import org.jspecify.annotations.NullMarked;
