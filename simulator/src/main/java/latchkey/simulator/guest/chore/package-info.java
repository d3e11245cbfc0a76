/**
 * What people do to a guest to mend it, through the ways in that are open: inside, by Run Command,
 * by the serial console, or on its disk attached elsewhere.
 */
@NullMarked
package latchkey.simulator.guest.chore;

import org.jspecify.annotations.NullMarked;
