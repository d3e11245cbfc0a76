/** Turns the bytes of one file into entries, marks and facts. */
@NullMarked
package latchkey.analyzer.format;

import org.jspecify.annotations.NullMarked;
