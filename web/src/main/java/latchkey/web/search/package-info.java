/** Finding cases by their words, and lines by reading them again. */
@NullMarked
package latchkey.web.search;

import org.jspecify.annotations.NullMarked;
