/** Analyses in child processes. */
@NullMarked
package latchkey.web.job;

import org.jspecify.annotations.NullMarked;
