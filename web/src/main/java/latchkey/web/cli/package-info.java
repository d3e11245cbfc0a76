/** The commands that open the door; the only place that prints. */
@NullMarked
package latchkey.web.cli;

import org.jspecify.annotations.NullMarked;
