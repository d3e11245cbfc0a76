/** The closed loop: a world fails, the analyzer says why, the way out is tried in the world. */
@NullMarked
package latchkey.analyzer.loop;

import org.jspecify.annotations.NullMarked;
