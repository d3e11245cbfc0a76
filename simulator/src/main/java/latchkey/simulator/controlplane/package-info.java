/**
 * Azure Resource Manager and the Compute resource provider: models, goal states, long-running
 * operations. Meets machines on the wire only and never makes up what a guest said.
 */
@NullMarked
package latchkey.simulator.controlplane;

import org.jspecify.annotations.NullMarked;
