/** Handlers as programs: VMAccess for Windows, its neighbours, and the files they live with. */
@NullMarked
package latchkey.simulator.agent.handler;

import org.jspecify.annotations.NullMarked;
