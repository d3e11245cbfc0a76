/**
 * The Windows Azure guest agent inside its machine: services, main loop, goal states, the running
 * of handlers, status upward. It knows the platform only by what comes over the guest's network.
 */
@NullMarked
package latchkey.simulator.agent;

import org.jspecify.annotations.NullMarked;
