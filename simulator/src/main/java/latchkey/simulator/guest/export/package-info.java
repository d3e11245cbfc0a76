/** Event logs and registry of a guest in the forms in which people hand them over. */
@NullMarked
package latchkey.simulator.guest.export;

import org.jspecify.annotations.NullMarked;
