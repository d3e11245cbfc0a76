/** Who asks, and what they may see. */
@NullMarked
package latchkey.web.access;

import org.jspecify.annotations.NullMarked;
