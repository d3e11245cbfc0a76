/** The command line door. */
@NullMarked
package latchkey.analyzer.cli;

import org.jspecify.annotations.NullMarked;
