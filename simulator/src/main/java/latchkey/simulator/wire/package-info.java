/**
 * What passes between the platform and a machine: requests, documents, sealed settings, power. The
 * words of the protocol are kept exactly here and translated at this edge.
 */
@NullMarked
package latchkey.simulator.wire;

import org.jspecify.annotations.NullMarked;
