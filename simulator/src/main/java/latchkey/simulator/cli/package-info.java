/** The simulator's commands; the root command of the program finds them. */
@NullMarked
package latchkey.simulator.cli;

import org.jspecify.annotations.NullMarked;
