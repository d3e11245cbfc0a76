/**
 * Logs of the agent: what matters is kept, what repeats is only counted and written out when
 * somebody takes the file.
 */
@NullMarked
package latchkey.simulator.agent.log;

import org.jspecify.annotations.NullMarked;
