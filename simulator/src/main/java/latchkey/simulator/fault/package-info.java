/**
 * What can go wrong, as data: each fault changes the state of a guest, of its network or of the
 * platform, as the real mishap does, and can be taken back. None of them writes an error text.
 */
@NullMarked
package latchkey.simulator.fault;

import org.jspecify.annotations.NullMarked;
