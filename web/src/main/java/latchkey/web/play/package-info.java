/** Worlds of the simulator that people play in; the only part of the web that knows it. */
@NullMarked
package latchkey.web.play;

import org.jspecify.annotations.NullMarked;
