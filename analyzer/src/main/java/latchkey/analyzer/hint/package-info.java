/** Nearest known errors for what no rule explains. */
@NullMarked
package latchkey.analyzer.hint;

import org.jspecify.annotations.NullMarked;
