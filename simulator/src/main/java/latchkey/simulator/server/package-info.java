/**
 * A world kept running for real clients: Azure Resource Manager, token endpoints and metadata over
 * HTTPS on loopback. Only transport; one lock is held around every use of the world.
 */
@NullMarked
package latchkey.simulator.server;

import org.jspecify.annotations.NullMarked;
